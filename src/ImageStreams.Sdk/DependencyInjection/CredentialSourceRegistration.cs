using ImageStreams.Registries;

namespace ImageStreams.DependencyInjection;

/// <summary>A source of credentials that was added; services keep them in their order.</summary>
internal sealed record CredentialSourceRegistration(Func<IServiceProvider, IRegistryCredentialSource> Create);
