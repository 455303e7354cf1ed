using ImageStreams.Registries;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The policy that was set last.</summary>
internal sealed record RegistryPolicyRegistration(Func<IServiceProvider, RegistryPolicy> Current);
