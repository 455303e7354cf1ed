
namespace ImageStreams.Tests.MSBuild.Tasks;

public sealed class ResolveImageStreamTagsTests : IDisposable
{
    private readonly BuildRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void FirstBuild_LooksUpOnce_AndWritesTheLock()
    {
        var digest = _rig.Registry.Push(BuildRig.PullSpec, BuildRig.Index("dotnet"));

        Assert.True(_rig.Resolve());

        var image = Assert.Single(_rig.ReadLock().Images);
        Assert.Equal(digest, image.Digest);
        var line = Assert.Single(_rig.ReadAnswers());
        var platform = image.Platforms[0];
        Assert.Equal("base", line[0]);
        Assert.Equal(BuildRig.Tag, line[1]);
        Assert.Equal("linux-x64", line[2]);
        Assert.Equal($"registry.example.com/ubi9/dotnet-100@{platform.Digest}", line[3]);
        Assert.Equal(line[3], line[4]);
        Assert.Equal("registry.example.com/ubi9/dotnet-100", line[5]);
        Assert.Equal($"{platform.Digest}", line[6]);
        Assert.Equal($"{digest}", line[7]);
        Assert.Equal("linux/amd64", line[8]);
        Assert.Equal(BuildRig.PullSpec, line[13]);
        Assert.Contains(_rig.Engine.Messages, message => message.StartsWith("imagestreams.lock.json: openshift/dotnet:10.0: added", StringComparison.Ordinal));
    }

    [Fact]
    public void NextBuild_AsksNobody_AlsoWhenTheTagHasMoved()
    {
        _rig.Registry.Push(BuildRig.PullSpec, BuildRig.Index("dotnet"));
        _rig.Resolve();
        var before = _rig.ReadAnswers();
        _rig.Registry.Push(BuildRig.PullSpec, BuildRig.Index("moved"));

        Assert.True(_rig.Resolve());

        Assert.Equal(1, _rig.Clients);
        Assert.Equal(before, _rig.ReadAnswers());
    }

    [Fact]
    public void SeveralPlatforms_EachHasItsAnswer_AndTheContainerIsBuiltOnTheIndex()
    {
        var digest = _rig.Registry.Push(BuildRig.PullSpec, BuildRig.Index("dotnet"));

        Assert.True(_rig.Resolve(runtimes: ["linux-x64", "linux-arm64"]));

        var lines = _rig.ReadAnswers();
        Assert.Equal(["linux/amd64", "linux/arm64/v8"], lines.Select(line => line[8]));
        Assert.Equal(2, lines.Select(line => line[6]).Distinct().Count());
        Assert.All(lines, line => Assert.Equal($"registry.example.com/ubi9/dotnet-100@{digest}", line[4]));
    }

    [Theory]
    [InlineData("linux-s390x", "openshift/dotnet:10.0 has no image for linux/s390x (linux-s390x); it has linux/amd64, linux/arm64/v8.")]
    [InlineData("osx-arm64", "osx-arm64 is no runtime identifier of a platform that containers have; openshift/dotnet:10.0 has linux/amd64, linux/arm64/v8.")]
    public void PlatformThatTheBaseLacks_IsAnErrorForAContainerAlone(string runtime, string message)
    {
        _rig.Registry.Push(BuildRig.PullSpec, BuildRig.Index("dotnet"));

        Assert.True(_rig.Resolve(runtimes: ["linux-x64", runtime]));
        Assert.False(_rig.Run(new ImageStreams.MSBuild.ResolveImageStreamTags { AnswerFile = _rig.AnswerFile, RuntimeIdentifiers = ["linux-x64", runtime], RequirePlatforms = true }));

        var error = Assert.Single(_rig.Engine.Errors);
        Assert.Equal(("IST3003", 4, message), (error.Code, error.LineNumber, error.Message));
    }

    [Fact]
    public void Answers_TakeThePlaceOfTheOldOnes_AtOnce()
    {
        _rig.Registry.Push(BuildRig.PullSpec, BuildRig.Index("dotnet"));
        Directory.CreateDirectory(Path.GetDirectoryName(_rig.AnswerFile)!);
        File.WriteAllText(_rig.AnswerFile, "old");
        using var reader = File.OpenText(_rig.AnswerFile);

        Assert.True(_rig.Resolve());

        Assert.Equal("old", reader.ReadToEnd());
        Assert.Equal([_rig.AnswerFile], Directory.GetFiles(Path.GetDirectoryName(_rig.AnswerFile)!));
    }

    [Fact]
    public void LockedMode_TagThatBeginsAnotherTag_HasItsOwnLine()
    {
        File.WriteAllText(_rig.ProjectFile, "<Project><ItemGroup>\n<ImageStreamTag Include=\"a/b:10\" />\n<ImageStreamBaseImage Include=\"a/b:1\" />\n</ItemGroup></Project>");

        Assert.False(_rig.Resolve(lockedMode: true, tags: [BuildRig.BaseImage("a/b:1")]));

        Assert.Equal(3, Assert.Single(_rig.Engine.Errors).LineNumber);
    }

    [Fact]
    public void LockedMode_MissingEntry_IsAnErrorAtTheLineOfItsItem()
    {
        Assert.False(_rig.Resolve(lockedMode: true));

        var error = Assert.Single(_rig.Engine.Errors);
        Assert.Equal("IST3001", error.Code);
        Assert.Equal(_rig.ProjectFile, error.File);
        Assert.Equal((4, 6), (error.LineNumber, error.ColumnNumber));
        Assert.Contains(BuildRig.Tag, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _rig.Clients);
        Assert.False(File.Exists(_rig.LockFile));
    }

    [Fact]
    public void StreamsThatLeadElsewhere_AreLookedUpAgain_AndAnErrorInLockedMode()
    {
        _rig.Registry.Push(BuildRig.PullSpec, BuildRig.Index("dotnet"));
        _rig.Resolve();
        var moved = _rig.Registry.Push("registry.example.com/ubi9/dotnet-100:10.1", BuildRig.Index("next"));
        File.WriteAllText(_rig.StreamFile, File.ReadAllText(_rig.StreamFile).Replace("dotnet-100:10.0", "dotnet-100:10.1", StringComparison.Ordinal));

        Assert.False(_rig.Resolve(lockedMode: true));
        Assert.Equal("IST3002", Assert.Single(_rig.Engine.Errors).Code);
        Assert.Contains("retagged from", _rig.Engine.Errors[0].Message, StringComparison.Ordinal);
        Assert.True(_rig.Resolve());
        Assert.Equal(moved, Assert.Single(_rig.ReadLock().Images).Digest);
    }

    [Fact]
    public void RegistryWithoutTheTag_IsAnErrorAtItsLine_AndNothingIsWritten()
    {
        Assert.False(_rig.Resolve());

        var error = Assert.Single(_rig.Engine.Errors);
        Assert.Equal("IST3006", error.Code);
        Assert.Equal(4, error.LineNumber);
        Assert.False(File.Exists(_rig.LockFile));
        Assert.False(File.Exists(_rig.AnswerFile));
    }

    [Fact]
    public void TwoBaseImages_AreAnError()
    {
        _rig.Registry.Push(BuildRig.PullSpec, BuildRig.Index("dotnet"));
        _rig.Registry.Push("registry.example.com/web/nginx:1", BuildRig.Index("nginx"));

        Assert.False(_rig.Resolve(tags: [BuildRig.BaseImage(BuildRig.Tag), BuildRig.BaseImage("registry.example.com/web/nginx:1")]));

        Assert.Equal(("IST3004", 3), (_rig.Engine.Errors[0].Code, _rig.Engine.Errors[0].LineNumber));
    }

    [Fact]
    public void FurtherTag_WithoutThePlatform_GetsTheIndex()
    {
        var digest = _rig.Registry.Push("registry.example.com/web/nginx:1", BuildRig.Index("nginx"));

        Assert.True(_rig.Resolve(runtimes: ["linux-s390x"], tags: [BuildRig.Item("registry.example.com/web/nginx:1", "tag")]));

        Assert.Equal($"registry.example.com/web/nginx@{digest}", Assert.Single(_rig.ReadAnswers())[3]);
    }

    [Fact]
    public void BrokenLock_IsAnErrorAtItsLine()
    {
        File.WriteAllText(_rig.LockFile, "{\n  \"schemaVersion\": 1,\n  \"images\": [\n<<<<<<< ours\n");

        Assert.False(_rig.Resolve());

        var error = Assert.Single(_rig.Engine.Errors);
        Assert.Equal(("IST3005", _rig.LockFile, 4), (error.Code, error.File, error.LineNumber));
        Assert.Contains("merge", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BaseImageOfTheProjectItself_IsKept_WithAWarning()
    {
        _rig.Registry.Push(BuildRig.PullSpec, BuildRig.Index("dotnet"));

        Assert.True(_rig.Run(new ImageStreams.MSBuild.ResolveImageStreamTags
        {
            AnswerFile = _rig.AnswerFile,
            RuntimeIdentifiers = ["linux-x64"],
            ContainerBaseImage = "quay.io/team/other:1",
        }));

        Assert.Equal(("IST3007", 4), (Assert.Single(_rig.Engine.Warnings).Code, _rig.Engine.Warnings[0].LineNumber));
    }

    [Fact]
    public void UnreadableManifest_IsAWarningAtItsLine_AndTheOthersAreRead()
    {
        _rig.Registry.Push(BuildRig.PullSpec, BuildRig.Index("dotnet"));
        File.AppendAllText(_rig.StreamFile, "---\nkind: [\n");

        Assert.True(_rig.Resolve());

        Assert.Equal(("IST3008", _rig.StreamFile), (_rig.Engine.Warnings[0].Code, _rig.Engine.Warnings[0].File));
    }

    [Fact]
    public void ParallelBuilds_OfOneLock_GetTheSameImage()
    {
        _rig.Registry.Push(BuildRig.PullSpec, BuildRig.Index("dotnet"));
        _rig.Registry.Push("registry.example.com/web/nginx:1", BuildRig.Index("nginx"));
        string[] tags = [BuildRig.Tag, "registry.example.com/web/nginx:1"];

        var answers = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8)
            .Select(build => _rig.Run(
                new ImageStreams.MSBuild.ResolveImageStreamTags { AnswerFile = $"{_rig.AnswerFile}{build}", RuntimeIdentifiers = ["linux-x64"] },
                BuildRig.Item(tags[build % 2], "tag")))
            .ToList();

        Assert.DoesNotContain(false, answers);
        Assert.Equal(tags, _rig.ReadLock().Images.Select(image => image.Tag));
        Assert.Equal([_rig.LockFile], Directory.GetFiles(_rig.Folder, "imagestreams.lock*"));
    }

    [Fact]
    public void Cancel_BeforeTheLookUp_LeavesNothing()
    {
        using var task = new ImageStreams.MSBuild.ResolveImageStreamTags { AnswerFile = _rig.AnswerFile };
        task.Cancel();

        Assert.False(_rig.Run(task));

        Assert.Empty(_rig.Engine.Errors);
        Assert.False(File.Exists(_rig.LockFile));
    }
}
