using ImageStreams.Controllers;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Controllers;

/// <content>Streams that another process takes over, and the state of streams that are gone.</content>
public sealed partial class ImportStateTests
{
    [Fact]
    public void Forget_PausedStream_IsNotPausedWhenItComesBackWithoutTheRecord()
    {
        var imports = Create();
        imports.RestoreState([new("import-pauses", "shop/ruby", "{}"), new("import-pauses", "shop/ruby:a", "{}")]);
        imports.Observe(Scheduled("ruby"));
        Assert.True(Assert.Single(imports.Schedule.Find(Ruby)).IsPaused);

        imports.Forget(Ruby);
        imports.Observe(Scheduled("ruby"));

        Assert.False(Assert.Single(imports.Schedule.Find(Ruby)).IsPaused);
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
