using ImageStreams.Registries;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Replaces the registered client with a mirrored one, and registers the original under a key.</summary>
internal static class MirroredClientRegistration
{
    private static readonly object Direct = new();

    /// <summary>Wraps the client that is resolved by default; a second call has no effect.</summary>
    public static void Wrap(IServiceCollection services)
    {
        if (services.Any(static service => Equals(service.ServiceKey, Direct)))
        {
            return;
        }

        var direct = services.Last(static service => service.ServiceType == typeof(IRegistryClient) && !service.IsKeyedService);
        services[services.IndexOf(direct)] = new(typeof(IRegistryClient), Create, direct.Lifetime);
        services.Add(ToKeyed(direct));
    }

    private static MirroredRegistryClient Create(IServiceProvider provider)
    {
        var policy = provider.GetRequiredService<RegistryPolicyRegistration>();
        return new MirroredRegistryClient(
            provider.GetRequiredKeyedService<IRegistryClient>(Direct), () => policy.Current(provider));
    }

    private static ServiceDescriptor ToKeyed(ServiceDescriptor direct) => direct switch
    {
        { ImplementationInstance: { } client } => new(typeof(IRegistryClient), Direct, client),
        { ImplementationFactory: { } create } => new(
            typeof(IRegistryClient), Direct, (provider, _) => create(provider), direct.Lifetime),
        _ => new(typeof(IRegistryClient), Direct, direct.ImplementationType!, direct.Lifetime),
    };
}
