using System.Security.Cryptography;
using System.Text;
using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Logs users in by bearer tokens, of which only hashes are kept.</summary>
internal sealed class TokenLogin : ILoginMethod
{
    private readonly (byte[] Hash, ApiUser User)[] _tokens;

    public TokenLogin(IEnumerable<ApiTokenOptions> tokens)
    {
        _tokens = [.. tokens.Select(static token => (GetHash(token), CreateUser(token)))];
    }

    public ValueTask<LoginResult> TryAsync(HttpContext context) => ValueTask.FromResult(Try(BearerToken.Find(context.Request)));

    private LoginResult Try(string token)
    {
        if (token.Length == 0)
        {
            return LoginResult.None;
        }

        var user = token.Length <= BearerToken.MaxLength ? Find(SHA256.HashData(Encoding.UTF8.GetBytes(token))) : null;
        return user is null ? LoginResult.Unknown : LoginResult.Found(user);
    }

    /// <summary>Compares with every token, also after one that matches, and in a time that does not depend on the bytes.</summary>
    private ApiUser? Find(byte[] hash)
    {
        ApiUser? found = null;
        foreach (var (known, user) in _tokens)
        {
            found = CryptographicOperations.FixedTimeEquals(known, hash) ? user : found;
        }

        return found;
    }

    private static byte[] GetHash(ApiTokenOptions token) =>
        token.Sha256 is { } hash ? Convert.FromHexString(hash) : SHA256.HashData(Encoding.UTF8.GetBytes(token.Token!));

    private static ApiUser CreateUser(ApiTokenOptions token) => new() { Name = token.User, Uid = token.Uid, Groups = [.. token.Groups] };
}
