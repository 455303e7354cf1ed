using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>Determines for many images whether they may come from their registries.</summary>
/// <remarks>
/// Keeps the decision for the last registry, as the images of a stream mostly share one, and computes additional
/// repositories only when a registry is refused. Not thread-safe.
/// </remarks>
/// <param name="allowed">The allowed registries.</param>
/// <param name="widen">Adds the repositories that an object already has; null when there are none.</param>
internal sealed class AdmissionCache(AllowedRegistries allowed, Func<AllowedRegistries>? widen = null)
{
    private static readonly ImageReference Empty = ImageReference.FromParts("", "", "");

    private AllowedRegistries? _widened;
    private string? _registry;
    private RegistrySecurity _security;
    private string? _refusal;

    /// <summary>Gets a value indicating whether every image is admitted, so that the images need not be parsed.</summary>
    public bool AdmitsAll => allowed.AllowsAll;

    /// <summary>Returns the reason why an image may not come from its registry, or null when it may.</summary>
    /// <param name="reference">The pull spec; null is the empty one, which means Docker Hub.</param>
    /// <param name="mayBeInsecure">True when the connection need not have trusted TLS.</param>
    public string? FindRefusal(ImageReference? reference, bool mayBeInsecure)
    {
        if (AdmitsAll)
        {
            return null;
        }

        reference ??= Empty;
        var refusal = GetRefusal(reference.Registry, mayBeInsecure ? RegistrySecurity.Any : RegistrySecurity.Secure);
        return refusal is null || Widened().ContainsRepository(reference) ? null : refusal;
    }

    private AllowedRegistries Widened() => _widened ??= widen?.Invoke() ?? allowed;

    private string? GetRefusal(string registry, RegistrySecurity security)
    {
        if (registry != _registry || security != _security)
        {
            _registry = registry;
            _security = security;
            _refusal = (allowed.AdmitHost(registry, security) as RegistryAdmissionResult.Refused)?.Message;
        }

        return _refusal;
    }
}
