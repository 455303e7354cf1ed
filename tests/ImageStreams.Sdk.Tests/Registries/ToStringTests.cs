using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Tests.References;

namespace ImageStreams.Tests.Registries;

/// <summary>The short texts of what registries answer.</summary>
public class ToStringTests
{
    private static readonly ServingRegistry Source =
        new() { Registry = "quay.io", Repository = "team/app", Transport = RegistryTransport.Https };

    private static readonly RegistryDescriptor Descriptor =
        new() { Digest = Digest.Parse(TestDigests.Sha256), MediaType = "application/json", Size = 2 };

    [Fact]
    public void ResolvedManifest_IsItsDigestAndLocation() => Assert.Equal(
        $"{TestDigests.Sha256} at quay.io/team/app", new ResolvedManifest { Descriptor = Descriptor, Source = Source }.ToString());

    [Fact]
    public void RegistryDescriptor_IsItsDigestAndMediaType() =>
        Assert.Equal($"{TestDigests.Sha256} (application/json)", Descriptor.ToString());

    [Fact]
    public void RegistryQuota_IsWhatIsLeft() => Assert.Equal(
        "docker.io: 76 of 100 left",
        new RegistryQuota { Registry = "docker.io", Limit = 100, Remaining = 76, ObservedAt = DateTimeOffset.UnixEpoch }.ToString());

    [Fact]
    public void RegistryCredentialLookup_HasNoSecret() => Assert.Equal(
        "a credential, sources tried: 1",
        RegistryCredentialLookup.Found(new RegistryCredential.BearerToken { Token = "s3cret" }, "the test").ToString());
}
