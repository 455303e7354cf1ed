using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The demand of a scheduled tag.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Interval">The time from one check to the next.</param>
/// <param name="ChangeInterval">The time from one new image that checks find to the next; endless when there is none.</param>
/// <param name="Cost">The cost of each new image.</param>
internal readonly record struct TagDemand(
    ImageStreamTagName Tag, TimeSpan Interval, TimeSpan ChangeInterval, ImportCost Cost);
