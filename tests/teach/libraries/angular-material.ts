/** Angular Material's table with `mat-row` elements, compiled in the browser. */
import '@angular/compiler';
import { Component, provideZonelessChangeDetection } from '@angular/core';
import { MatTableModule } from '@angular/material/table';
import { bootstrapApplication } from '@angular/platform-browser';
import type { Mount } from './shared';

export const angularMaterial: Mount = async (root, scene) => {
  const columns = scene.columns.map(
    ({ field, header }) =>
      `<ng-container matColumnDef="${field}"><mat-header-cell *matHeaderCellDef>${header}</mat-header-cell><mat-cell *matCellDef="let row">{{ row['${field}'] }}</mat-cell></ng-container>`,
  );
  class Table {
    rows = scene.rows;
    shown = scene.columns.map(({ field }) => field);
  }
  const Made = Component({
    selector: 'app-list',
    imports: [MatTableModule],
    template: `<mat-table [dataSource]="rows">${columns.join('')}<mat-header-row *matHeaderRowDef="shown"></mat-header-row><mat-row *matRowDef="let row; columns: shown"></mat-row></mat-table>`,
  })(Table) as typeof Table;
  root.append(document.createElement('app-list'));
  await bootstrapApplication(Made, { providers: [provideZonelessChangeDetection()] });
};
