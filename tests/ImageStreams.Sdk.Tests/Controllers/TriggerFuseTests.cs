using FsCheck.Xunit;
using ImageStreams.Controllers;
using ImageStreams.Triggers;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Controllers;

public class TriggerFuseTests
{
    private static readonly TriggerObject Myapp = Named("myapp");
    private readonly FakeTimeProvider _timeProvider = new();

    [Fact]
    public void TryFire_OnceTooOften_HoldsUntilReleased()
    {
        var fuse = Create(2);

        Assert.Equal([true, true, false, false], Enumerable.Range(0, 4).Select(_ => fuse.TryFire(Myapp)));
        _timeProvider.Advance(TimeSpan.FromDays(1));
        Assert.False(fuse.TryFire(Myapp));

        var trip = Assert.Single(fuse.Trips);
        Assert.Equal((Myapp, 2, 3L), (trip.Object, trip.Firings, trip.SuppressedFirings));
        Assert.True(fuse.Release(Myapp));
        Assert.True(fuse.TryFire(Myapp));
    }

    [Fact]
    public void TryFire_SlowerThanTheWindow_IsNeverHeld()
    {
        var fuse = Create(1);

        for (var i = 0; i < 100; i++)
        {
            Assert.True(fuse.TryFire(Myapp));
            _timeProvider.Advance(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public void TryFire_OtherObject_IsNotHeld()
    {
        var fuse = Create(1);
        fuse.TryFire(Myapp);
        fuse.TryFire(Myapp);

        Assert.True(fuse.TryFire(Named("other")));
        Assert.Null(fuse.Find(Named("other")));
    }

    [Fact]
    public void Release_WhileOldFiringsAreInTheWindow_StartsOver()
    {
        var fuse = Create(2);
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => fuse.TryFire(Myapp)));

        fuse.Release(Myapp);

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => fuse.TryFire(Myapp)));
    }

    [Fact]
    public void UndoFiring_FiringThatWasUndone_DoesNotCount()
    {
        var fuse = Create(1);

        for (var i = 0; i < 10; i++)
        {
            Assert.True(fuse.TryFire(Myapp));
            fuse.UndoFiring(Myapp);
        }

        _timeProvider.Advance(TimeSpan.FromHours(2));
        Assert.Equal([true, false], Enumerable.Range(0, 2).Select(_ => fuse.TryFire(Myapp)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(TriggerFuse.MaxFiringsLimit + 1, 1)]
    [InlineData(1, 0)]
    [InlineData(1, (366 * 24 * 60 * 60) + 1)]
    public void Create_OptionOutOfRange_IsRefused(int firings, int seconds) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new TriggerFuse(new TriggerFuseOptions { MaxFirings = firings, Window = TimeSpan.FromSeconds(seconds) }));

    /// <summary>However an object fires, no window holds more firings than are allowed.</summary>
    [Property(MaxTest = 200, Replay = "31,37")]
    public void TryFire_AnyTimes_NoWindowHasMoreThanAllowed(byte[] gaps)
    {
        var fuse = Create(3);
        List<DateTimeOffset> fired = [];
        foreach (var gap in gaps)
        {
            _timeProvider.Advance(TimeSpan.FromMinutes(gap));
            if (fuse.TryFire(Myapp))
            {
                fired.Add(_timeProvider.GetUtcNow());
            }
        }

        Assert.All(fired, time => Assert.True(fired.Count(other => other > time - TimeSpan.FromHours(1) && other <= time) <= 3));
    }

    private static TriggerObject Named(string name) => new() { Kind = "BuildConfig", Namespace = "shop", Name = name };

    private TriggerFuse Create(int firings) =>
        new(new TriggerFuseOptions { MaxFirings = firings, Window = TimeSpan.FromHours(1) }, _timeProvider);
}
