namespace ImageStreams.Controllers;

/// <summary>The limits that options of controllers share.</summary>
internal static class OptionLimits
{
    /// <summary>The longest period of an option: 366 days. Far beyond it, the sum of a time and the period is no time.</summary>
    public static readonly TimeSpan LongestTime = TimeSpan.FromDays(366);
}
