using ImageStreams.Registries;

namespace ImageStreams.DependencyInjection;

/// <summary>The policy that was set last.</summary>
internal sealed record RegistryPolicyRegistration(Func<IServiceProvider, RegistryPolicy> Current);
