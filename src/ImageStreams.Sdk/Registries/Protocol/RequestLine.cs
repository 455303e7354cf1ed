using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>One request as it was sent, for messages: its call, method and URI.</summary>
internal readonly record struct RequestLine(RegistryCall Call, HttpMethod Method, Uri Uri)
{
    private const int MaxShownLength = 1024;   // the addresses of registries are shorter, those of redirects may be longer

    /// <summary>The authorization for the registry; not sent with a request to another host.</summary>
    public Authorization? Authorization { get; init; }

    /// <summary>The sources of credentials that were tried so far.</summary>
    public ValueList<RegistryCredentialAttempt> Tried { get; init; }

    /// <summary>The form to post; empty for a request without a body.</summary>
    public string Form { get; init; } = "";

    /// <summary>Gets a value indicating whether a redirect led to another host, to which this request is sent.</summary>
    public bool IsToOtherHost { get; init; }

    /// <summary>Gets a value indicating whether this is a request to a token server.</summary>
    public bool IsForToken { get; init; }

    /// <summary>The URI for messages: without its path when that repeats a secret, as a hostile redirect may.</summary>
    public Uri PublicUri =>
        IsOwn || Scrub(Uri.AbsoluteUri) == Uri.AbsoluteUri ? Uri : new Uri(Uri.GetLeftPart(UriPartial.Authority));

    /// <summary>Gets a value indicating whether the path is the caller's, which may contain a text that is also a
    /// password.</summary>
    private bool IsOwn => Uri.AbsolutePath == Call.Path.Split('?')[0];

    /// <summary>Blanks out the secrets in the text of a registry, which may echo them.</summary>
    public string Scrub(string text) => Authorization?.Scrub(text) ?? text;

    /// <summary>Returns <c>GET https://host/path</c>, without the query, which may have secrets.</summary>
    public override string ToString() =>
        $"{Method} {UntrustedText.Clean(PublicUri.GetLeftPart(UriPartial.Path), MaxShownLength)}";
}
