using System.Security.Cryptography.X509Certificates;
using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>The headers of an aggregator, and the certificates by which it is known; as the options were at one time.</summary>
internal sealed class AggregatorHeaders(RequestHeaderLoginOptions options, CertificateVerifier verifier)
{
    private readonly HashSet<string> _allowedNames = new(options.AllowedNames, StringComparer.Ordinal);
    private readonly bool _allowsAnyName = options.AllowsAnyName;
    private readonly string[] _userHeaders = Split(options.UserHeader);
    private readonly string[] _uidHeaders = Split(options.UidHeader);
    private readonly string[] _groupHeaders = Split(options.GroupHeader);
    private readonly string[] _extraPrefixes = Split(options.ExtraPrefix);

    /// <summary>Finds the name of the user: the first header that has one counts; null for none.</summary>
    public string? FindUser(IHeaderDictionary headers) => Find(headers, _userHeaders);

    /// <summary>Determines whether a certificate is that of the aggregator.</summary>
    /// <remarks>Names are read from verified certificates only: those of anybody can be malformed.</remarks>
    public bool Trusts(X509Certificate2 certificate) =>
        verifier.IsTrusted(certificate) && (_allowsAnyName || _allowedNames.Contains(CertificateNames.GetCommonName(certificate)));

    /// <summary>Creates the user whom the headers describe.</summary>
    public ApiUser CreateUser(string name, IHeaderDictionary headers) => new()
    {
        Name = name,
        Uid = Find(headers, _uidHeaders) ?? "",
        Groups = [.. _groupHeaders.SelectMany(header => headers[header].OfType<string>()).Where(static group => group.Length > 0)],
        Extra = HeaderExtras.Read(headers, _extraPrefixes),
    };

    private static string? Find(IHeaderDictionary headers, string[] names) => names
        .Select(name => headers[name] is [{ Length: > 0 } first, ..] ? first : null)
        .FirstOrDefault(static value => value is not null);

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
