/** Heading and signature of the printed tally, as party documents have them (HD 05-HD/VPTW, 27/5/2026); never on screen. */
import { placeAndDate } from '@/lib/formats/tally-table';
import type { Settings } from '@/lib/model/settings';

export function PaperHead({ settings, unit, today }: { settings: Settings; unit: string | null; today: string }) {
  const { superior, cell, place } = settings.party;
  const name = cell ?? unit ?? settings.unitName;
  return (
    <div class="paper-head" lang="vi">
      <div>
        {superior === null ? null : <p>{superior.toLocaleUpperCase('vi')}</p>}
        <p>
          <strong>{name === null ? 'CHI BỘ …' : name.toLocaleUpperCase('vi')}</strong>
        </p>
        <p>*</p>
      </div>
      <div>
        <p class="paper-party">
          <strong>ĐẢNG CỘNG SẢN VIỆT NAM</strong>
        </p>
        <p>
          <em>{placeAndDate(place ?? '…', today)}</em>
        </p>
      </div>
    </div>
  );
}

export function PaperFoot({ settings }: { settings: Settings }) {
  return (
    <div class="paper-foot" lang="vi">
      <div>
        <p>
          <u>Nơi nhận</u>:
        </p>
        <p>- Lưu Chi bộ.</p>
      </div>
      <div>
        <p>
          <strong>T/M CHI BỘ</strong>
        </p>
        <p>BÍ THƯ</p>
        <p class="paper-name">
          <strong>{settings.party.secretaryName ?? ''}</strong>
        </p>
      </div>
    </div>
  );
}
