using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>Asks which images may come from where they say, for one object after another of the same registries.</summary>
/// <remarks>
/// Remembers the answer to the last registry, as the images of a stream mostly share one, and looks up what else is
/// allowed only when a registry is refused. Not thread-safe.
/// </remarks>
/// <param name="allowed">What is allowed.</param>
/// <param name="widen">What is allowed together with what an object names already; null when that is nothing more.</param>
internal sealed class AdmissionCache(AllowedRegistries allowed, Func<AllowedRegistries>? widen = null)
{
    private static readonly ImageReference Nothing = ImageReference.FromParts("", "", "");

    private AllowedRegistries? _widened;
    private string? _registry;
    private RegistrySecurity _security;
    private string? _refusal;

    /// <summary>Whether nothing will be refused, so that nothing needs to be asked.</summary>
    public bool AdmitsAll => allowed.AllowsAll;

    /// <summary>Why an image may not come from where it says, or null when it may.</summary>
    /// <param name="reference">Its pull spec; null is the empty one, which stands for Docker Hub.</param>
    /// <param name="mayBeInsecure">Whether its registry may be asked without trusted TLS.</param>
    public string? FindRefusal(ImageReference? reference, bool mayBeInsecure)
    {
        if (AdmitsAll)
        {
            return null;
        }

        reference ??= Nothing;
        var refusal = GetRefusal(reference.Registry, mayBeInsecure ? RegistrySecurity.Any : RegistrySecurity.Secure);
        return refusal is null || Widened().ContainsRepository(reference) ? null : refusal;
    }

    private AllowedRegistries Widened() => _widened ??= widen?.Invoke() ?? allowed;

    private string? GetRefusal(string registry, RegistrySecurity security)
    {
        if (registry != _registry || security != _security)
        {
            (_registry, _security) = (registry, security);
            _refusal = (allowed.AdmitHost(registry, security) as RegistryAdmissionResult.Refused)?.Message;
        }

        return _refusal;
    }
}
