using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>One request as it was sent, for messages: its call, method and URI.</summary>
internal readonly record struct RequestLine(RegistryCall Call, HttpMethod Method, Uri Uri)
{
    private const string BlankInHost = "xxx";   // a host cannot have stars
    private const int MaxShownLength = 1024;   // the addresses of registries are shorter, those of redirects may be longer
    private static readonly Uri HiddenHost = new("https://hidden.invalid");

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

    /// <summary>The URI for messages: without its path, and with blanks in its host, when those repeat a secret, as a hostile
    /// redirect may.</summary>
    public Uri PublicUri => IsOwn || Scrub(Uri.AbsoluteUri) == Uri.AbsoluteUri ? Uri : PublicAuthority;

    /// <summary>Gets a value indicating whether the address is the caller's, which may contain a text that is also a
    /// password.</summary>
    private bool IsOwn => !IsToOtherHost && Uri.AbsolutePath == Call.Path.Split('?')[0];

    private Uri PublicAuthority
    {
        get
        {
            var authority = Uri.GetLeftPart(UriPartial.Authority);
            var shown = IsToOtherHost ? Scrub(authority) : authority;
            shown = shown.Replace(SecretScrubber.Blank, BlankInHost, StringComparison.Ordinal);
            return Uri.TryCreate(shown, UriKind.Absolute, out var uri) ? uri : HiddenHost;
        }
    }

    /// <summary>Blanks out the secrets in the text of a registry, which may echo them.</summary>
    public string Scrub(string text) => Authorization?.Scrub(text) ?? text;

    /// <summary>Returns <c>GET https://host/path</c>, without the query, which may have secrets.</summary>
    public override string ToString() =>
        $"{Method} {UntrustedText.Clean(PublicUri.GetLeftPart(UriPartial.Path), MaxShownLength)}";
}
