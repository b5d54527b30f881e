/** The two word lists of generated passphrases: things and describing words, each different without its marks, none ambiguous. */

/** Everyday things: animals, plants, land and sky, the house. */
export const THINGS: readonly string[] =
  `mèo gà vịt cá tôm cua ong kiến voi hổ gấu thỏ hươu nai trâu bò ngựa cừu sóc rùa ếch cò sếu vẹt công én
lúa ngô khoai sắn đậu lạc mía chè cam quýt chanh dừa xoài ổi na vải nhãn lê táo mận đào hồng sen cúc mai lan huệ tre trúc
thông bàng phượng sông suối núi đồi rừng biển mưa nắng gió mây trăng sao sương cát đất nhà vườn giếng cầu đường thuyền đò xe
tàu bàn ghế sách vở đèn quạt nón áo khăn giày chiếu chăn gối nồi bát thìa ấm thúng rổ trống đàn chuông diều kèn tranh gạch
ngói gương lược kéo kim thước cơm phở bún xôi bánh muối sữa`.split(/\s+/);

/** How a thing may be. */
export const WAYS: readonly string[] =
  `xanh đỏ tím vàng trắng đen nâu hồng xám biếc nhạt sáng tối trong tươi khô mềm dẻo giòn thơm ngọt chua cay mặn đắng bùi
nóng ấm to nhỏ cao thấp dài ngắn rộng hẹp dày nặng nhẹ sâu tròn vuông thẳng cong nghiêng nhọn phẳng nhanh chậm êm trầm
bóng vui hiền ngoan khỏe khéo giỏi siêng lành tốt đẹp xinh mới non già chín xưa sạch mượt mịn nhẵn xốp đặc loãng vơi nguyên
lẻ đôi gần xa quen lạ quý bền chắc vững sớm muộn rậm gọn yên lặng bạc ngà son sẫm rực mờ ráo xoăn vằn đốm sọc nhám cạn tĩnh`.split(
    /\s+/,
  );
