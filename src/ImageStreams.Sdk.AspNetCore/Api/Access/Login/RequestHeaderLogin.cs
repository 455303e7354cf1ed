using System.Security.Cryptography.X509Certificates;
using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Logs users in by the headers of an aggregator, once its certificate is verified.</summary>
internal sealed class RequestHeaderLogin(RequestHeaderLoginOptions options, CertificateVerifier verifier) : ILoginMethod
{
    private readonly HashSet<string> _allowedNames = new(options.AllowedNames, StringComparer.Ordinal);
    private readonly string _userHeader = options.UserHeader;
    private readonly string _uidHeader = options.UidHeader;
    private readonly string _groupHeader = options.GroupHeader;
    private readonly string _extraPrefix = options.ExtraPrefix;

    public async ValueTask<LoginResult> TryAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var user = headers[_userHeader] is [{ Length: > 0 } first, ..] ? first : null;
        if (user is null)
        {
            return LoginResult.None;
        }

        // Headers of somebody else are no credentials at all: they must neither help nor hurt.
        var certificate = await context.Connection.GetClientCertificateAsync(context.RequestAborted).ConfigureAwait(false);
        return certificate is not null && IsAggregator(certificate) ? LoginResult.Found(CreateUser(user, headers)) : LoginResult.None;
    }

    // Names are read from verified certificates only: those of anybody can be malformed.
    private bool IsAggregator(X509Certificate2 certificate) =>
        verifier.IsTrusted(certificate) && _allowedNames.Contains(CertificateNames.GetCommonName(certificate));

    private ApiUser CreateUser(string name, IHeaderDictionary headers) => new()
    {
        Name = name,
        Uid = headers[_uidHeader] is [{ } uid, ..] ? uid : "",
        Groups = [.. headers[_groupHeader].OfType<string>()],
        Extra = HeaderExtras.Read(headers, _extraPrefix),
    };
}
