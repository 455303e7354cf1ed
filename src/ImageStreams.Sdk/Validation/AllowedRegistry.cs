namespace ImageStreams.Validation;

/// <summary>A registry, or a pattern for registries, that images may come from.</summary>
/// <remarks>
/// An entry of <c>allowedRegistriesForImport</c> in OpenShift's <c>images.config.openshift.io</c>.
/// </remarks>
public sealed record AllowedRegistry
{
    /// <summary>
    /// <c>host</c> or <c>host:port</c>; in both parts, <c>*</c> matches any text and <c>?</c> any one byte.
    /// </summary>
    public required string DomainName { get; init; }

    /// <summary>Gets a value indicating whether the default port is 80 instead of 443; false by default.</summary>
    public bool Insecure { get; init; }

    /// <summary>Returns the pattern.</summary>
    /// <returns><see cref="DomainName"/>.</returns>
    public override string ToString() => DomainName;
}
