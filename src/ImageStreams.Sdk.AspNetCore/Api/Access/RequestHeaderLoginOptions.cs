using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.AspNetCore;

/// <summary>Options of logging in by headers, which a kube-apiserver sends that has the API as an <c>APIService</c>.</summary>
/// <remarks>
/// The headers count only when the connection has a client certificate of an authority below, with a name that is allowed: everybody
/// else could write them too. Kestrel must ask for certificates, as <see cref="ClientCertificateLoginOptions"/> says.
/// </remarks>
public sealed class RequestHeaderLoginOptions
{
    /// <summary>The path of a PEM file with the authority that signs the aggregator's certificate, the
    /// <c>requestheader-client-ca-file</c> of the cluster; null, the default, for none.</summary>
    public string? AuthorityFile { get; set; }

    /// <summary>The function that returns the authorities; null, the default, for those of <see cref="AuthorityFile"/>. Called when the
    /// API is mapped. Set in code only.</summary>
    public Func<X509Certificate2Collection>? GetAuthorities { get; set; }

    /// <summary>The function that returns the options as they are now, or null while no aggregator is known, whose headers then do not
    /// count; null, the default, for these options. Called for each request, so that it must return the same object until something has
    /// changed. Set in code only.</summary>
    public Func<RequestHeaderLoginOptions?>? GetCurrent { get; set; }

    /// <summary>The common names that the aggregator's certificate may have, such as <c>front-proxy-client</c>; at least one is
    /// required, unless <see cref="AllowsAnyName"/> is set.</summary>
    public IList<string> AllowedNames { get; } = new List<string>();

    /// <summary>Gets or sets a value indicating whether the aggregator's certificate may have any name, as where the cluster's own list is
    /// empty: everybody then counts who has a certificate of the authority. False by default.</summary>
    public bool AllowsAnyName { get; set; }

    /// <summary>The header with the user's name; <c>X-Remote-User</c> by default. In this option and those below, several names may be
    /// separated by commas: the first header with a name and a UID counts, and all groups and further facts.</summary>
    public string UserHeader { get; set; } = "X-Remote-User";

    /// <summary>The header with the user's UID; <c>X-Remote-Uid</c> by default.</summary>
    public string UidHeader { get; set; } = "X-Remote-Uid";

    /// <summary>The header with a group, as often as there are groups; <c>X-Remote-Group</c> by default.</summary>
    public string GroupHeader { get; set; } = "X-Remote-Group";

    /// <summary>The beginning of the headers with further facts; <c>X-Remote-Extra-</c> by default.</summary>
    public string ExtraPrefix { get; set; } = "X-Remote-Extra-";

    /// <summary>Gets a value indicating whether the headers count.</summary>
    internal bool IsOn => AuthorityFile is not null || GetAuthorities is not null || GetCurrent is not null;
}
