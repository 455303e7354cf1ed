using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>Asks which images may come from where they say, for one object after another of the same registries.</summary>
/// <remarks>Remembers the answer to the last registry: the images of a stream mostly share one. Not thread-safe.</remarks>
internal sealed class Admissions(AllowedRegistries allowed)
{
    private string? _registry;
    private RegistryTransport _transport;
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

        var refusal = RefusalOf(
            reference?.Registry ?? "", mayBeInsecure ? RegistryTransport.Any : RegistryTransport.Secure);
        return refusal is null || (reference is not null && allowed.HoldsRepository(reference)) ? null : refusal;
    }

    private string? RefusalOf(string registry, RegistryTransport transport)
    {
        if (registry != _registry || transport != _transport)
        {
            (_registry, _transport) = (registry, transport);
            _refusal = (allowed.AdmitHost(registry, transport) as RegistryAdmission.Refused)?.Message;
        }

        return _refusal;
    }
}
