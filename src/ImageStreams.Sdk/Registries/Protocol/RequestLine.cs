using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>One request as it was sent, for faults to name: the call it serves, its method and its URI.</summary>
internal readonly record struct RequestLine(RegistryCall Call, HttpMethod Method, Uri Uri)
{
    /// <summary>What the registry was shown; not necessarily sent with this very request, if that left its
    /// host.</summary>
    public Authorization? Authorization { get; init; }

    /// <summary>Where credentials were looked for, as far as they were.</summary>
    public ValueList<RegistryCredentialAttempt> Tried { get; init; }

    /// <summary>The form that is posted; empty for a request without a body.</summary>
    public string Form { get; init; } = "";

    /// <summary>Whether a redirect led to another host, which this is sent to.</summary>
    public bool IsToOtherHost { get; init; }

    /// <summary>Whether a token server is asked, on the way to the call.</summary>
    public bool IsForToken { get; init; }

    /// <summary>The URI for faults: without its path when that repeats a secret, as a hostile redirect may.</summary>
    public Uri PublicUri =>
        IsOwn || Scrub(Uri.AbsoluteUri) == Uri.AbsoluteUri ? Uri : new Uri(Uri.GetLeftPart(UriPartial.Authority));

    /// <summary>Whether the path is the caller's, who may well have a password that is part of it.</summary>
    private bool IsOwn => Uri.AbsolutePath == Call.Path.Split('?')[0];

    /// <summary>Blanks out the secrets in a text that a registry wrote; it may have echoed them.</summary>
    public string Scrub(string text) => Authorization?.Scrub(text) ?? text;

    /// <summary>Returns <c>GET https://host/path</c>; queries are left out because they may carry secrets.</summary>
    public override string ToString() => $"{Method} {PublicUri.GetLeftPart(UriPartial.Path)}";
}
