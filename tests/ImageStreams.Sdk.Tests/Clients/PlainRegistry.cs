using ImageStreams.Registries;
using ImageStreams.Tests.Registries;

namespace ImageStreams.Tests.Clients;

/// <summary>Passes on to another registry what is asked without TLS, and hangs up on everything else.</summary>
internal sealed class PlainRegistry(IRegistryClient inner) : PassingRegistry
{
    protected override IRegistryClient Find(RegistryRepository repository) => repository.Insecure
        ? inner
        : throw new RegistryException(RegistryFailure.Tls, "There is no TLS here.");
}
