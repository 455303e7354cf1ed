namespace ImageStreams.Validation;

/// <summary>A registry, or several by a pattern, that images may come from.</summary>
/// <remarks>
/// As <c>allowedRegistriesForImport</c> of OpenShift's <c>images.config.openshift.io</c> lists them.
/// </remarks>
public sealed record AllowedRegistry
{
    /// <summary>
    /// <c>host</c> or <c>host:port</c>; in both, <c>*</c> stands for any text and <c>?</c> for any one byte.
    /// </summary>
    public required string DomainName { get; init; }

    /// <summary>Whether a pattern without a port means 80 instead of 443; false by default.</summary>
    public bool Insecure { get; init; }
}
