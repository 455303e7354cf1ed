using ImageStreams.Registries;
using ImageStreams.Tests.Registries;

namespace ImageStreams.Tests.Clients;

/// <summary>Forwards requests without TLS to another registry, and closes every other connection.</summary>
internal sealed class PlainRegistry(IRegistryClient inner) : PassingRegistry
{
    protected override IRegistryClient Find(RegistryRepository repository) => repository.Insecure
        ? inner
        : throw new RegistryException(RegistryFailure.Tls, "There is no TLS here.");
}
