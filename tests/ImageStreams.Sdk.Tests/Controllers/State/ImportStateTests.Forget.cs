using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Controllers;

/// <content>Streams that another process takes over, and the state of streams that are gone.</content>
public sealed partial class ImportStateTests
{
    [Fact]
    public void Forget_PausedStream_IsPausedWhenItComesBack()
    {
        var imports = Create();
        imports.RestoreState([new(ImportController.PauseSection, "shop/ruby", "{}")]);
        imports.Observe(Scheduled("ruby"));

        imports.Forget(Ruby);
        imports.Observe(Scheduled("ruby"));

        Assert.True(Assert.Single(imports.Schedule.Find(Ruby)).IsPaused);
    }

    [Theory]
    [InlineData("shop/ruby")]
    [InlineData("shop/ruby:a")]
    public void SynchronizePauses_PauseOfAnotherReplica_BeginsAndEnds(string name)
    {
        var imports = Create();
        imports.Observe(Scheduled("ruby"));

        imports.SynchronizePauses([new(ImportController.PauseSection, name, "{}")]);
        Assert.True(Assert.Single(imports.Schedule.Find(Ruby)).IsPaused);
        Assert.Null(imports.NextDue);
        Assert.DoesNotContain(imports.TakeStateChanges(), record => record.Section == ImportController.PauseSection);

        imports.SynchronizePauses([]);
        Assert.False(Assert.Single(imports.Schedule.Find(Ruby)).IsPaused);
        Assert.NotNull(imports.NextDue);
    }

    [Fact]
    public void SynchronizePauses_ChangedHereSinceTheyWereTaken_StaySo()
    {
        var imports = Create();
        imports.RestoreState([new(ImportController.PauseSection, "shop/perl", "{}")]);
        imports.Observe(Scheduled("ruby"));
        imports.Observe(Scheduled("perl"));
        imports.TakeStateChanges();
        imports.Schedule.Pause(Ruby);
        imports.Schedule.Resume(ImageStreamName.FromParts("shop", "perl"), Start);

        imports.SynchronizePauses([new(ImportController.PauseSection, "shop/perl", "{}")]);

        Assert.True(Assert.Single(imports.Schedule.Find(Ruby)).IsPaused);
        Assert.False(Assert.Single(imports.Schedule.Find(ImageStreamName.FromParts("shop", "perl"))).IsPaused);
    }

    [Fact]
    public void Forget_StreamThatWasPausedHere_KeepsTheChange()
    {
        var imports = Create();
        imports.Schedule.Pause(Ruby);

        imports.Forget(Ruby);

        Assert.Equal([new StateRecord("import-pauses", "shop/ruby", "{}")], imports.TakeStateChanges());
    }

    [Fact]
    public void RemoveStateExcept_AskedWhileAnotherThreadTellsOfAStream_DoesNotKeepItWaiting()
    {
        var imports = Create();
        imports.RestoreState([new("imports", "shop/gone", """{"tags":[]}""")]);

        Assert.Equal(1, imports.RemoveStateExcept(_ => !IsTold(imports)));
    }

    /// <summary>Determines whether another thread can tell the controller of a stream now.</summary>
    private static bool IsTold(ImportController imports)
    {
        var thread = new Thread(() => imports.Observe(Scheduled("ruby"))) { IsBackground = true };
        thread.Start();
        return thread.Join(TimeSpan.FromSeconds(30));
    }
}
