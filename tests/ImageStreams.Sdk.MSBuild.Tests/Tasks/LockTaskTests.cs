using ImageStreams.MSBuild;
using ImageStreams.Testing;

namespace ImageStreams.Tests.MSBuild.Tasks;

/// <summary>The tasks that update and verify the lock.</summary>
public sealed class LockTaskTests : IDisposable
{
    private const string Nginx = "registry.example.com/web/nginx:1";

    private readonly BuildRig _rig = new();

    public LockTaskTests()
    {
        _rig.Registry.Push(BuildRig.PullSpec, BuildRig.Index("dotnet"));
        _rig.Registry.Push(Nginx, BuildRig.Index("nginx"));
        Assert.True(_rig.Run(new UpdateImageStreamLock(), BuildRig.BaseImage(BuildRig.Tag), BuildRig.Item(Nginx, "tag")));
        _rig.Engine.Messages.Clear();
    }

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Update_SaysWhatMoved()
    {
        var moved = _rig.Registry.Push(Nginx, BuildRig.Index("moved"));

        Assert.True(Update());

        Assert.Equal(moved, _rig.ReadLock().Find(Nginx)!.Digest);
        Assert.StartsWith($"imagestreams.lock.json: {Nginx}: moved from sha256:", Assert.Single(_rig.Engine.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void Update_NothingMoved_SaysSo_AndKeepsEveryByte()
    {
        var before = File.ReadAllText(_rig.LockFile);

        Assert.True(Update());

        Assert.Equal(before, File.ReadAllText(_rig.LockFile));
        Assert.Equal(["imagestreams.lock.json: nothing has moved."], _rig.Engine.Messages);
    }

    [Fact]
    public void Update_NamedTag_LeavesTheOthers()
    {
        _rig.Registry.Push(Nginx, BuildRig.Index("moved"));
        var before = _rig.ReadLock();

        Assert.True(Update(BuildRig.Tag));

        Assert.Equal(before, _rig.ReadLock());
    }

    [Fact]
    public void Update_UnknownName_IsAnErrorThatListsTheTags()
    {
        Assert.False(Update("openshift/dotnet:9"));

        var error = Assert.Single(_rig.Engine.Errors);
        Assert.Equal("IST3010", error.Code);
        Assert.Contains($"the project has {BuildRig.Tag}, {Nginx}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Update_TagOfAnotherProjectInTheLock_IsNoError()
    {
        var moved = _rig.Registry.Push(Nginx, BuildRig.Index("moved"));

        Assert.True(_rig.Run(new UpdateImageStreamLock { TagsToUpdate = [Nginx] }, BuildRig.BaseImage(BuildRig.Tag)));

        Assert.Empty(_rig.Engine.Errors);
        Assert.NotEqual(moved, _rig.ReadLock().Find(Nginx)!.Digest);
    }

    [Fact]
    public void Update_TagThatIsGone_IsAnError_AndTheOthersAreUpdated()
    {
        _rig.Registry.DeleteTag(BuildRig.PullSpec);
        var moved = _rig.Registry.Push(Nginx, BuildRig.Index("moved"));

        Assert.False(Update());

        Assert.Equal("IST3006", Assert.Single(_rig.Engine.Errors).Code);
        Assert.Equal(moved, _rig.ReadLock().Find(Nginx)!.Digest);
        Assert.NotNull(_rig.ReadLock().Find(BuildRig.Tag));
    }

    [Fact]
    public void Verify_NothingMoved_IsFine() => Assert.True(Verify(new VerifyImageStreamLock()));

    [Fact]
    public void Verify_MovedTag_IsAnErrorAtItsLine_UnlessAllowed()
    {
        _rig.Registry.Push(Nginx, BuildRig.Index("moved"));

        Assert.False(Verify(new VerifyImageStreamLock()));

        Assert.Equal(("IST3009", 3), (Assert.Single(_rig.Engine.Errors).Code, _rig.Engine.Errors[0].LineNumber));
        Assert.True(Verify(new VerifyImageStreamLock { AllowMoved = true }));
        Assert.Contains(_rig.Engine.Messages, message => message.Contains("moved from", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_GoneTag_IsAnError_UnlessAllowed()
    {
        _rig.Registry.DeleteTag(Nginx);

        Assert.False(Verify(new VerifyImageStreamLock()));

        Assert.Contains("source gone", Assert.Single(_rig.Engine.Errors).Message, StringComparison.Ordinal);
        Assert.True(Verify(new VerifyImageStreamLock { AllowGone = true }));
    }

    [Fact]
    public void Verify_TagThatIsNotLocked_IsAnError()
    {
        Assert.False(_rig.Run(new VerifyImageStreamLock(), BuildRig.BaseImage("registry.example.com/ubi9/dotnet-100:10.0")));

        var error = Assert.Single(_rig.Engine.Errors);
        Assert.Equal("IST3001", error.Code);
        Assert.DoesNotContain("locked mode", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1e9")]
    [InlineData("40000")]
    public void Verify_AgeThatIsNoNumberOfDays_IsAnError(string age)
    {
        Assert.False(Verify(new VerifyImageStreamLock { MaximumAgeInDays = age }));

        Assert.Equal($"ImageStreamMaximumAgeInDays is '{age}'; it must be a number of days from 0 to 36500, such as 90.", Assert.Single(_rig.Engine.Errors).Message);
    }

    [Fact]
    public void Verify_OldImage_IsAnError()
    {
        var old = SyntheticImage.Create("old").WithCreated(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        _rig.Registry.Push(Nginx, old);
        Assert.True(Update());

        Assert.False(Verify(new VerifyImageStreamLock { MaximumAgeInDays = "90", Time = new FixedTime(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) }));

        Assert.Contains(_rig.Engine.Errors, error => error.Message!.Contains("too old", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_ImageWithoutSignature_IsAnError_WhereOneIsRequired()
    {
        var locked = _rig.ReadLock();
        _rig.Registry.Push($"registry.example.com/ubi9/dotnet-100:{$"{locked.Find(BuildRig.Tag)!.Digest}".Replace(':', '-')}.sig", SyntheticImage.Create("signature"));

        Assert.False(Verify(new VerifyImageStreamLock { RequireSignature = true }));

        var error = Assert.Single(_rig.Engine.Errors);
        Assert.StartsWith($"{Nginx}: signature missing", error.Message, StringComparison.Ordinal);
    }

    private bool Update(params string[] names) =>
        _rig.Run(new UpdateImageStreamLock { TagsToUpdate = names }, BuildRig.BaseImage(BuildRig.Tag), BuildRig.Item(Nginx, "tag"));

    private bool Verify(VerifyImageStreamLock task) => _rig.Run(task, BuildRig.BaseImage(BuildRig.Tag), BuildRig.Item(Nginx, "tag"));

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
