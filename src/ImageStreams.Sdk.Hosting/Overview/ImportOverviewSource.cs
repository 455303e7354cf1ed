using ImageStreams.Controllers;
using Microsoft.Extensions.Options;

namespace ImageStreams.Hosting;

/// <summary>Counts the tags of all streams, at most once in a few seconds: gauges and health checks ask often.</summary>
internal sealed class ImportOverviewSource(
    ImportController controller, StreamRouter streams, TimeProvider timeProvider, IOptions<ImageStreamHealthOptions> options)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private ImportOverview? _last;

    public ImportOverview Get()
    {
        var now = timeProvider.GetUtcNow();
        lock (_gate)
        {
            if (_last is null || now - _last.Time >= Lifetime || now < _last.Time)
            {
                _last = Count(now);
            }

            return _last;
        }
    }

    private ImportOverview Count(DateTimeOffset now)
    {
        var count = new ImportCount(now, options.Value);
        foreach (var stream in streams.Imported)
        {
            count.Add(stream, controller.Schedule.Find(stream));
        }

        return count.ToOverview();
    }
}
