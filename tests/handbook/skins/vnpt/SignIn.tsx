/** The sign-in page of the VNPT skin. */
import { Box, Button, Card, Checkbox, Grid, TextField } from '@mui/material';
import { useState, type FormEvent, type ReactElement } from 'react';
import { NavLink } from 'react-router-dom';
import { PASSWORD } from '../../data/accounts';

/** Two fields and a button; a wrong pair is told below them. */
export function SignIn({ onEnter }: { onEnter: (id: string) => boolean }): ReactElement {
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const right = data.get('password') === PASSWORD && onEnter(String(data.get('email')));
    setWrong(!right);
  };
  return (
    <Box sx={{ display: 'flex', justifyContent: 'center', alignItems: 'center', minHeight: '100vh' }}>
      <Card className="card form-login" sx={{ maxWidth: 800, margin: '1rem' }}>
        <Grid container>
          <Grid item sm={6} xs={12}>
            <Box sx={{ p: 4, background: '#fbecec', height: '100%' }}>
              <Box component="p" className="text-logo">
                PHẦN MỀM QUẢN LÝ HỒ SƠ ĐẢNG VỤ ĐẢNG BỘ PHƯỜNG HÒA BÌNH ĐÔNG
              </Box>
            </Box>
          </Grid>
          <Grid item sm={6} xs={12}>
            <Box sx={{ p: 4 }}>
              <form onSubmit={submit}>
                <TextField name="email" label="Email/Số điện thoại" size="small" fullWidth sx={{ mb: 3 }} />
                <TextField name="password" type="password" label="Password" size="small" fullWidth sx={{ mb: 1.5 }} />
                <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
                  <Box sx={{ display: 'flex', alignItems: 'center' }}>
                    <Checkbox name="remember" size="small" defaultChecked />
                    <Box component="p">Lưu tài khoản</Box>
                  </Box>
                  <NavLink to="/session/signin">Quên mật khẩu?</NavLink>
                </Box>
                {wrong && <p role="alert">Sai tài khoản hoặc mật khẩu</p>}
                <Button type="submit" variant="contained">
                  Đăng nhập
                </Button>
              </form>
            </Box>
          </Grid>
        </Grid>
      </Card>
    </Box>
  );
}
