using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Locking;

public sealed class ImageLockVerifyTests
{
    private static ImageLookup Same => new() { Images = Locks.Both.Images };

    [Fact]
    public void Verify_SameImages_IsFine()
    {
        var result = Locks.Both.Verify(Same);
        Assert.True(result.IsFine);
        Assert.Empty(result.Differences);
    }

    [Fact]
    public void Verify_MovedImage_ViolatesUnlessThePolicyAllowsIt()
    {
        var moved = Same with { Images = [Locks.DotNet, Locks.Node with { Digest = Locks.CreateDigest('1') }] };
        Assert.IsType<ImageLockDifference.Moved>(Assert.Single(Locks.Both.Verify(moved).Violations));
        var allowed = Locks.Both.Verify(moved, new ImageLockPolicy { FailOnMoved = false });
        Assert.True(allowed.IsFine);
        Assert.Single(allowed.Differences);
    }

    [Fact]
    public void Verify_SourceGone_ViolatesUnlessThePolicyAllowsIt()
    {
        var gone = new ImageLookup { Images = [Locks.DotNet], Problems = [CreateProblem(ImageLockProblemKind.SourceGone)] };
        var difference = Assert.Single(Locks.Both.Verify(gone).Violations);
        Assert.Equal("docker.io/library/node:22: source gone: It says so.", difference.Message);
        Assert.Empty(Locks.Both.Verify(gone).Problems);
        Assert.True(Locks.Both.Verify(gone, new ImageLockPolicy { FailOnGone = false }).IsFine);
    }

    [Fact]
    public void Verify_LockedDigestGone_Violates()
    {
        var gone = Same with { GoneDigests = [CreateProblem(ImageLockProblemKind.SourceGone)] };
        Assert.IsType<ImageLockDifference.SourceGone>(Assert.Single(Locks.Both.Verify(gone).Violations));
    }

    [Fact]
    public void Verify_RegistryFailed_IsNeitherFineNorADifference()
    {
        var failed = new ImageLookup { Images = [Locks.DotNet], Problems = [CreateProblem(ImageLockProblemKind.RegistryFailed)] };
        var result = Locks.Both.Verify(failed);
        Assert.False(result.IsFine);
        Assert.Empty(result.Differences);
        Assert.Single(result.Problems);
    }

    [Fact]
    public void Verify_TagThatIsNotLocked_Violates() => Assert.IsType<ImageLockDifference.Added>(
        Assert.Single(new ImageLock { Images = [Locks.DotNet] }.Verify(Same).Violations));

    [Fact]
    public void Verify_OldImage_ViolatesFromTheDayOfThePolicy()
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 5, 1, 13, 0, 0, TimeSpan.Zero));
        var policy = new ImageLockPolicy { MaxAge = TimeSpan.FromDays(89) };
        var old = Locks.Both.Verify(Same, policy, clock).Violations;
        Assert.Equal("docker.io/library/node:22: too old: sha256:dddddddddddd was created on 2026-01-31, 90 days ago; 89 are allowed", old[0].Message);
        Assert.Equal(2, old.Count);
        Assert.True(Locks.Both.Verify(Same, policy with { MaxAge = TimeSpan.FromDays(91) }, clock).IsFine);
    }

    [Fact]
    public void Verify_ReproducibleImage_HasNoAge()
    {
        var image = Locks.CreateImage("quay.io/a/b:1", 'a', Locks.CreatePlatform("linux/amd64", 'b') with { Created = DateTimeOffset.UnixEpoch });
        var one = new ImageLock { Images = [image] };
        Assert.True(one.Verify(new ImageLookup { Images = [image] }, new ImageLockPolicy { MaxAge = TimeSpan.FromDays(1) }).IsFine);
    }

    [Fact]
    public void Update_SameImagesByAnotherMirror_ReturnsTheSameLock()
    {
        var update = Locks.Both.Update(new ImageLookup { Images = [Locks.DotNet with { Mirror = "other.example.com/x" }] });
        Assert.Same(Locks.Both.GetType(), update.Lock.GetType());
        Assert.Equal(Locks.Both, update.Lock);
        Assert.Empty(update.Differences);
    }

    [Fact]
    public void Update_MovedImage_KeepsUnknownFieldsAndOtherEntries()
    {
        var noted = ImageLock.Parse(Locks.Both.ToJson().Replace("\"size\": 500,", "\"size\": 500, \"note\": 1,", StringComparison.Ordinal));
        var update = noted.Update(new ImageLookup { Images = [Locks.Node with { Digest = Locks.CreateDigest('1') }], Problems = [CreateProblem(ImageLockProblemKind.RegistryFailed)] });
        Assert.Equal("moved", Assert.Single(update.Differences).Kind);
        Assert.Equal(Locks.CreateDigest('1'), update.Lock.Find(Locks.Node.Tag)!.Digest);
        Assert.True(update.Lock.Find(Locks.Node.Tag)!.OtherFields.ContainsKey("note"));
        Assert.Equal(Locks.DotNet, update.Lock.Find(Locks.DotNet.Tag));
        Assert.Single(update.Problems);
    }

    private static ImageLockProblem CreateProblem(ImageLockProblemKind kind) =>
        new() { Tag = Locks.Node.Tag, Kind = kind, Message = "It says so." };

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
