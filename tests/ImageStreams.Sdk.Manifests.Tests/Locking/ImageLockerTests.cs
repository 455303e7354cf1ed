using ImageStreams.Manifests;
using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Manifests.Locking;

public sealed class ImageLockerTests : IDisposable
{
    private const string Streams = """
        apiVersion: image.openshift.io/v1
        kind: ImageStream
        metadata: {name: dotnet, namespace: openshift}
        spec:
          tags:
            - {name: "10.0", from: {kind: ImageStreamTag, name: "10.0-ubi9"}}
            - {name: "10.0-ubi9", from: {kind: DockerImage, name: "registry.example.com/ubi9/dotnet-100:10.0"}}
            - {name: a, from: {kind: ImageStreamTag, name: b}}
            - {name: b, from: {kind: ImageStreamTag, name: a}}
            - {name: latest, from: {kind: DockerImage, name: "registry.example.com/ubi9/dotnet-100:10.0"}}

        """;

    private readonly InMemoryRegistry _registry = new();

    private static SyntheticImage Amd64 => SyntheticImage.Create("dotnet")
        .WithCreated(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
        .WithLabel("org.opencontainers.image.version", "10.0.1")
        .WithLabel("com.example.secret", "no");

    private static SyntheticIndex Index => SyntheticIndex.Create(Amd64, Amd64.WithPlatform("linux", "arm64", "v8")).AsOci();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task LookUpAsync_TagOfAStream_FollowsItToTheIndexAndItsPlatforms()
    {
        var digest = _registry.Push("registry.example.com/ubi9/dotnet-100:10.0", Index);

        var image = Assert.Single((await LookUpAsync("openshift/dotnet:10.0")).Images);

        Assert.Equal(digest, image.Digest);
        Assert.Equal(["openshift/dotnet:10.0", "openshift/dotnet:10.0-ubi9"], image.Path);
        Assert.Equal("registry.example.com/ubi9/dotnet-100:10.0", image.PullSpec);
        Assert.Equal(MediaTypes.OciIndex, image.MediaType);
        Assert.Equal(Index.Manifest.Length, image.Size);
        Assert.Equal(LockedImageSource.Registry, image.Source);
        Assert.Equal(["linux/amd64", "linux/arm64/v8"], image.PlatformNames);
        Assert.Equal(Index.Children[0].Digest, image.Platforms[0].Digest);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), image.Platforms[0].Created);
        Assert.Equal("10.0.1", Assert.Single(image.Platforms[0].Labels).Value);
    }

    [Fact]
    public async Task LookUpAsync_PullSpecOfASingleImage_HasItsOnePlatform()
    {
        var digest = _registry.Push("quay.io/team/app:1", Amd64);

        var image = Assert.Single((await LookUpAsync("quay.io/team/app:1")).Images);

        Assert.False(image.IsIndex);
        Assert.Empty(image.Path);
        Assert.Equal(digest, image.Digest);
        Assert.Equal(digest, Assert.Single(image.Platforms).Digest);
        Assert.Equal("linux/amd64", image.Platforms[0].Platform);
        Assert.Equal($"quay.io/team/app@{digest}", image.ToPullSpec());
    }

    [Fact]
    public async Task LookUpAsync_NoTag_IsLatest()
    {
        _registry.Push("registry.example.com/ubi9/dotnet-100:10.0", Index);
        _registry.Push("quay.io/team/app:latest", Amd64);

        var images = (await LookUpAsync("openshift/dotnet", "quay.io/team/app")).Images;

        Assert.Equal(["openshift/dotnet", "quay.io/team/app"], images.Select(image => image.Tag));
        Assert.Equal(["openshift/dotnet:latest"], images[0].Path);
    }

    [Fact]
    public async Task LookUpAsync_StatusWithADigest_IsAskedForByIt()
    {
        var digest = _registry.Push("registry.example.com/ubi9/dotnet-100:10.0", Index);
        _registry.Push("registry.example.com/ubi9/dotnet-100:10.0", Amd64);
        var status = $$"""
            status:
              tags:
                - tag: "10.0-ubi9"
                  items:
                    - {created: "2024-01-01T00:00:00Z", image: "{{digest}}", dockerImageReference: "registry.example.com/ubi9/dotnet-100@{{digest}}", generation: 1}

            """;
        var request = ImageLockRequest.FromManifests(["openshift/dotnet:10.0"], ManifestSet.Parse(Streams + status));

        var stored = Assert.Single((await LookUpAsync(request)).Images);
        var asked = Assert.Single((await LookUpAsync(request with { IgnoreStatus = true })).Images);

        Assert.Equal((digest, LockedImageSource.Manifests), (stored.Digest, stored.Source));
        Assert.Equal("registry.example.com/ubi9/dotnet-100:10.0", stored.PullSpec);
        Assert.Equal((Amd64.Digest, LockedImageSource.Registry), (asked.Digest, asked.Source));
    }

    [Theory]
    [InlineData("openshift/dotnet:a", ImageLockProblemKind.NoImage)]
    [InlineData("openshift/dotnet:9.0", ImageLockProblemKind.NoImage)]
    [InlineData("openshift/dotnett:10.0", ImageLockProblemKind.UnknownStream)]
    [InlineData("node:22", ImageLockProblemKind.UnknownStream)]
    [InlineData("not a name", ImageLockProblemKind.InvalidName)]
    [InlineData("quay.io/UPPER/app:1", ImageLockProblemKind.InvalidName)]
    [InlineData("quay.io/team/none:1", ImageLockProblemKind.SourceGone)]
    public async Task LookUpAsync_TagWithoutAnImage_IsATypedProblem(string tag, ImageLockProblemKind kind)
    {
        _registry.Push("quay.io/team/app:1", Amd64);

        var lookup = await LookUpAsync(tag, "quay.io/team/app:1");

        var problem = Assert.Single(lookup.Problems);
        Assert.Equal((tag, kind), (problem.Tag, problem.Kind));
        Assert.Single(lookup.Images);
    }

    [Fact]
    public async Task LookUpAsync_ShortName_IsOfDockerHubOnlyWhenAllowed()
    {
        var digest = _registry.Push("docker.io/library/node:22", Amd64);
        var request = new ImageLockRequest { Tags = ["node:22"], AllowShortNames = true };

        var image = Assert.Single((await LookUpAsync(request)).Images);

        Assert.Equal("docker.io/library/node:22", image.PullSpec);
        Assert.Equal(digest, image.Digest);
        Assert.Equal(
            "No stream node is defined, and the name has no registry; correct it, or write docker.io/library/node:22 for the image on Docker Hub.",
            Assert.Single((await LookUpAsync(request with { AllowShortNames = false })).Problems).Message);
    }

    [Fact]
    public async Task LookUpAsync_RegistryFails_IsTransient()
    {
        _registry.Push("quay.io/team/app:1", Amd64);
        using var down = _registry.FailUntilDisposed(new RegistryFault.NetworkFailure());

        var problem = Assert.Single((await LookUpAsync("quay.io/team/app:1")).Problems);

        Assert.Equal(ImageLockProblemKind.RegistryFailed, problem.Kind);
        Assert.Equal(RegistryFailure.Unreachable, problem.RegistryFailure);
        Assert.True(problem.IsTransient);
    }

    [Fact]
    public async Task LookUpAsync_TagsOfOneImage_ShareItsRequests()
    {
        _registry.Push("quay.io/team/app:1", Index);
        _registry.Push("quay.io/team/app:2", Index);

        await LookUpAsync("quay.io/team/app:1", "quay.io/team/app:2", "quay.io/team/app:1");

        var requests = _registry.Requests.Select(request => request.ToString()).ToList();
        Assert.Equal(2, requests.Count(request => request.StartsWith("HEAD", StringComparison.Ordinal)));
        Assert.Equal(requests.Distinct().Count(), requests.Count);
        Assert.Equal(2 + 1 + (2 * 2), requests.Count);
    }

    [Fact]
    public async Task LookUpAsync_KnownPlatforms_AreNotFetchedAgain()
    {
        _registry.Push("quay.io/team/app:1", Index);
        var known = (await LookUpAsync("quay.io/team/app:1")).ToLock();
        _registry.ClearRequests();

        var again = await LookUpAsync(new ImageLockRequest { Tags = ["quay.io/team/app:1"], Known = known });

        Assert.Equal(known.Images, again.Images);
        Assert.Equal(2, _registry.Requests.Count);
    }

    [Fact]
    public async Task LookUpAsync_KnownPlatformWasEdited_IsFetchedAgain()
    {
        _registry.Push("quay.io/team/app:1", Index);
        var honest = (await LookUpAsync("quay.io/team/app:1")).Images[0];
        var edited = honest with { Platforms = honest.Platforms.SetItem(0, honest.Platforms[0] with { Digest = Locks.CreateDigest('1') }) };
        var known = new ImageLock { Images = [edited] };

        var lookup = await LookUpAsync(new ImageLockRequest { Tags = [honest.Tag], Known = known });

        Assert.Equal([honest], lookup.Images);
        Assert.Equal("platformMismatch", Assert.Single(known.Verify(lookup).Violations).Kind);
    }

    [Fact]
    public async Task LookUpAsync_KnownDigestIsGone_IsReportedWhenAsked()
    {
        _registry.Push("quay.io/team/app:1", Amd64);
        var known = ImageLock.Empty.With(Locks.CreateImage("quay.io/team/app:1", 'a', Locks.CreatePlatform("linux/amd64", 'b')));

        var lookup = await LookUpAsync(new ImageLockRequest { Tags = ["quay.io/team/app:1"], Known = known, CheckKnownDigests = true });

        Assert.Equal(ImageLockProblemKind.SourceGone, Assert.Single(lookup.GoneDigests).Kind);
        Assert.Equal(["moved", "labelsChanged", "sourceGone"], known.Verify(lookup).Differences.Select(difference => difference.Kind));
    }

    [Theory]
    [InlineData("application/vnd.cncf.notary.signature", 0)]
    [InlineData("application/spdx+json", 1)]
    public async Task LookUpAsync_Signatures_AreFoundAmongTheReferrers(string artifactType, int unsigned)
    {
        _registry.Push("quay.io/team/app:1", Amd64);
        _registry.Push("quay.io/team/app:other", SyntheticImage.Create("referrer").AsOci().WithSubject(Amd64, artifactType));

        var lookup = await LookUpAsync(new ImageLockRequest { Tags = ["quay.io/team/app:1"], CheckSignatures = true });

        Assert.Equal(unsigned, lookup.UnsignedTags.Count);
        Assert.Single(lookup.Images);
    }

    [Fact]
    public async Task LookUpAsync_SignatureOfALockedImage_IsLookedForInItsOwnRepository()
    {
        const string Tag = "openshift/dotnet:10.0";
        _registry.Push("quay.io/team/before:1", Amd64);
        _registry.Push($"quay.io/team/before:sha256-{Amd64.Digest.Hex}.sig", SyntheticImage.Create("signature"));
        _registry.Push("registry.example.com/ubi9/dotnet-100:10.0", Index);
        var before = (await LookUpAsync("quay.io/team/before:1")).Images[0] with { Tag = Tag };
        var request = ImageLockRequest.FromManifests([Tag], ManifestSet.Parse(Streams));

        var lookup = await LookUpAsync(request with { Known = ImageLock.Empty.With(before), CheckSignatures = true });

        Assert.Single(lookup.Images);
        Assert.Empty(lookup.UnsignedTags);
    }

    [Fact]
    public async Task LookUpAsync_Canceled_Throws()
    {
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ImageLocker(_registry.CreateClient(new RegistryClientOptions()))
            .LookUpAsync(new ImageLockRequest { Tags = ["quay.io/team/app:1"] }, canceled.Token));
    }

    private Task<ImageLookup> LookUpAsync(params string[] tags) =>
        LookUpAsync(ImageLockRequest.FromManifests(tags, ManifestSet.Parse(Streams)));

    private async Task<ImageLookup> LookUpAsync(ImageLockRequest request)
    {
        using var client = _registry.CreateClient(new RegistryClientOptions());
        return await new ImageLocker(client).LookUpAsync(request);
    }
}
