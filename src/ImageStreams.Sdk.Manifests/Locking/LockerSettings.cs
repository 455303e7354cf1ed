using System.Collections.Frozen;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Manifests;

/// <summary>The options of an <see cref="ImageLocker"/> as they were when it was created.</summary>
internal sealed record LockerSettings
{
    /// <summary>The maximum number of requests at a time.</summary>
    public required int MaxConcurrency { get; init; }

    /// <summary>The registries that may be asked without a verified certificate.</summary>
    public required FrozenSet<string> Insecure { get; init; }

    /// <summary>The scope of credentials.</summary>
    public required string CredentialScope { get; init; }

    /// <summary>Copies and checks options.</summary>
    public static LockerSettings From(ImageLockerOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConcurrency, 1, nameof(options));
        return new LockerSettings
        {
            MaxConcurrency = options.MaxConcurrency,
            Insecure = options.InsecureRegistries.ToFrozenSet(StringComparer.OrdinalIgnoreCase),
            CredentialScope = options.CredentialScope,
        };
    }

    /// <summary>Creates the repository to ask.</summary>
    /// <exception cref="ArgumentException">The reference is not one of a registry.</exception>
    public RegistryRepository CreateRepository(ImageReference reference, bool isInsecure)
    {
        var repository = RegistryRepository.From(reference);
        return repository with
        {
            Insecure = isInsecure || Insecure.Contains(repository.Registry),
            CredentialScope = CredentialScope,
        };
    }
}
