using System.Net;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Testing;

public sealed class InMemoryRegistryTests : IDisposable
{
    private static readonly RegistryRepository Repository = new() { Registry = "registry.example", Name = "library/app" };
    private static readonly SyntheticImage First = SyntheticImage.Create("first");
    private static readonly SyntheticImage Second = SyntheticImage.Create("second");
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryRegistry _registry;

    public InMemoryRegistryTests() => _registry = new InMemoryRegistry(_time);

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task Push_TagExists_MovesIt()
    {
        _registry.Push("library/app:1", First);
        _registry.Push("library/app:1", Second);

        Assert.Equal(Second.Digest, await GetDigestAsync("1"));
        Assert.Equal(First.Digest, await GetDigestAsync(First.Digest.ToString()));
    }

    [Fact]
    public async Task Push_WithoutTag_IsKeptByDigest()
    {
        var digest = _registry.Push("library/app", First);

        Assert.Equal(First.Digest, await GetDigestAsync(digest.ToString()));
    }

    [Theory]
    [InlineData("python:1")]
    [InlineData("library/python:1")]
    [InlineData("docker.io/python:1")]
    [InlineData("docker.io/library/python:1")]
    public async Task Push_OfficialImage_IsFoundByItsShortReference(string name)
    {
        _registry.Push(name, First);

        var found = await _registry.ResolveAsync(RegistryRepository.From(ImageReference.Parse("python:1")), "1");

        Assert.Equal(First.Digest, found.Descriptor.Digest);
    }

    [Fact]
    public async Task Push_OneSegmentWithoutHost_IsNotAnOfficialImageElsewhere()
    {
        _registry.Push("python:1", First);
        var elsewhere = new RegistryRepository { Registry = "quay.io", Name = "library/python" };

        var exception = await Assert.ThrowsAsync<RegistryException>(() => _registry.ResolveAsync(elsewhere, "1"));

        Assert.Equal(RegistryFailure.RepositoryNotFound, exception.Reason);
    }

    [Fact]
    public async Task Push_ForOneHost_HidesImagesForAllHosts()
    {
        _registry.Push("library/app:1", First);
        _registry.Push("quay.io/library/app:1", Second);

        Assert.Equal(First.Digest, await GetDigestAsync("1"));
        Assert.Equal(Second.Digest, await GetDigestAsync("1", Repository with { Registry = "quay.io" }));
    }

    [Fact]
    public async Task Push_ForDockerHub_IsFoundUnderItsApiHost()
    {
        _registry.Push("docker.io/library/python:3.8", First);

        var resolved = await _registry.ResolveAsync(ImageReference.Parse("python:3.8"));

        Assert.Equal(First.Digest, resolved.Descriptor.Digest);
    }

    [Fact]
    public async Task MoveTag_ToAnOlderImage_PointsThere()
    {
        _registry.Push("library/app:1", First);
        _registry.Push("library/app:1", Second);

        _registry.MoveTag("library/app:1", First.Digest);

        Assert.Equal(First.Digest, await GetDigestAsync("1"));
    }

    [Fact]
    public async Task DeleteTag_Image_IsKept()
    {
        _registry.Push("library/app:1", First);

        Assert.True(_registry.DeleteTag("library/app:1"));
        Assert.False(_registry.DeleteTag("library/app:1"));
        Assert.Equal(RegistryFailure.ManifestNotFound, await GetFailureAsync("1"));
        Assert.Equal(First.Digest, await GetDigestAsync(First.Digest.ToString()));
    }

    [Fact]
    public async Task FailNext_Filter_AffectsMatchingRequests()
    {
        _registry.Push("library/app:1", First);
        _registry.FailNext(
            new RegistryFault.Status { Code = HttpStatusCode.ServiceUnavailable, RetryAfter = "5" },
            new RegistryRequestFilter { Repository = "library/other" });
        _registry.FailNext(
            new RegistryFault.Status { Code = HttpStatusCode.Forbidden, ErrorCode = "DENIED" },
            new RegistryRequestFilter { Method = "get", Resource = RegistryResource.Manifest });

        Assert.Equal(First.Digest, await GetDigestAsync("1"));
        var exception = await Assert.ThrowsAsync<RegistryException>(() => _registry.GetManifestAsync(Repository, "1"));
        Assert.Equal("DENIED", exception.Errors[0].Code);
        Assert.NotNull(await _registry.GetManifestAsync(Repository, "1"));
    }

    [Fact]
    public async Task FailNext_WrongContent_IsNoticedByHeadAndGet()
    {
        _registry.Push("library/app:1", First);
        _registry.FailNext(new RegistryFault.WrongContent(), times: 2);

        var head = await Assert.ThrowsAsync<RegistryException>(() => _registry.ResolveAsync(Repository, First.Digest.ToString()));
        var get = await Assert.ThrowsAsync<RegistryException>(() => _registry.GetManifestAsync(Repository, First.Digest));

        Assert.Equal(RegistryFailure.DigestMismatch, head.Reason);
        Assert.Equal(RegistryFailure.DigestMismatch, get.Reason);
    }

    [Fact]
    public async Task FailNext_Delay_WaitsByTheClock()
    {
        _registry.Push("library/app:1", First);
        _registry.FailNext(new RegistryFault.Delay { Duration = TimeSpan.FromSeconds(10) });

        var call = _registry.GetManifestAsync(Repository, "1");
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(First.Digest, (await call).Digest);
    }

    [Fact]
    public async Task ClearFaults_Planned_NeverHappen()
    {
        _registry.Push("library/app:1", First);
        _registry.FailNext(new RegistryFault.NetworkFailure());

        _registry.ClearFaults();

        Assert.Equal(First.Digest, await GetDigestAsync("1"));
    }

    [Fact]
    public async Task Requests_Answered_AreRecordedWithoutSecrets()
    {
        _registry.Push("library/app:1", First);
        _registry.RequireBasic("user", "pass");
        using var client = _registry.CreateClient(credentials: RegistryCredentials.For(Repository.Registry, "user", "pass"));

        await client.GetManifestAsync(Repository, "1");

        Assert.Equal(["", "Basic ***"], _registry.Requests.Select(request => request.Authorization));
        Assert.Equal("GET /v2/library/app/manifests/1", _registry.Requests[1].ToString());
        Assert.Equal(HttpStatusCode.OK, _registry.Requests[1].Status);
        Assert.Equal("ImageStreams.Sdk", _registry.Requests[1].UserAgent);
    }

    private async Task<Digest> GetDigestAsync(string reference, RegistryRepository? repository = null) =>
        (await _registry.ResolveAsync(repository ?? Repository, reference)).Descriptor.Digest;

    private async Task<RegistryFailure> GetFailureAsync(string reference) =>
        (await Assert.ThrowsAsync<RegistryException>(() => _registry.GetManifestAsync(Repository, reference))).Reason;
}
