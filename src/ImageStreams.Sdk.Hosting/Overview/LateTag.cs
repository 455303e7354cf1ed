using System.Globalization;
using ImageStreams.Importing;
using ImageStreams.References;

namespace ImageStreams.Hosting;

/// <summary>A scheduled tag that was not checked in time.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Schedule">The schedule of the tag.</param>
/// <param name="Delay">The time since it should have been checked at the latest.</param>
internal sealed record LateTag(ImageStreamName Stream, TagSchedule Schedule, TimeSpan Delay)
{
    /// <summary>Returns the tag, the delay and the root cause, such as
    /// <c>shop/ruby:3 is late by 00:20:00: NotFound, …</c></summary>
    public override string ToString()
    {
        var tag = Schedule.Tag.Length == 0 ? Stream.ToString() : $"{Stream}:{Schedule.Tag}";
        return string.Create(CultureInfo.InvariantCulture, $"{tag} is late by {Delay:d\\.hh\\:mm\\:ss}{Describe(Schedule)}");
    }

    /// <summary>Describes the last failure of a tag; empty when there is none.</summary>
    public static string Describe(TagSchedule schedule) => (schedule.Reason, schedule.Message) switch
    {
        (null, _) => "",
        (var reason, null or "") => $": {reason}",
        var (reason, message) => $": {reason}, {message}",
    };
}
