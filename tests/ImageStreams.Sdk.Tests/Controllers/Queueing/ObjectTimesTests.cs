using ImageStreams.Controllers;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Controllers;

public class ObjectTimesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly ObjectTimes _times = new();

    /// <summary>Compares it with a list that is searched.</summary>
    [Fact]
    public void SetRemoveTake_InAnyOrder_AreAsAListHasThem()
    {
        var random = new Random(7);
        List<(TriggerObject Object, DateTimeOffset Time)> expected = [];
        for (var step = 0; step < 20_000; step++)
        {
            var target = Object(random.Next(20));
            var time = Start.AddSeconds(random.Next(1_000));
            switch (random.Next(8))
            {
                case 0:
                    var first = expected.Where(entry => entry.Time <= time).OrderBy(entry => entry.Time).FirstOrDefault();
                    Assert.Equal(first.Object, _times.Take(time));
                    expected.Remove(first);
                    break;
                case 1:
                    expected.RemoveAll(entry => entry.Object == target);
                    _times.Remove(target);
                    break;
                default:
                    expected.RemoveAll(entry => entry.Object == target);
                    expected.Add((target, time));
                    _times.Set(target, time);
                    break;
            }

            Assert.Equal(expected.Min(entry => (DateTimeOffset?)entry.Time), _times.First);
        }
    }

    private static TriggerObject Object(int number) => new() { Kind = "BuildConfig", Namespace = "shop", Name = $"b{number}" };
}
