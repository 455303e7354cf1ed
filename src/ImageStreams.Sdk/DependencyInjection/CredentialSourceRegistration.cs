using ImageStreams.Registries;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>A source of credentials that was added; the collection keeps their order.</summary>
internal sealed record CredentialSourceRegistration(Func<IServiceProvider, IRegistryCredentialSource> Create);
