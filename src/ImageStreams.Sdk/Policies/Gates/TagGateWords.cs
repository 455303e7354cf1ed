namespace ImageStreams.Policies;

/// <summary>The words of the JSON of gates.</summary>
internal static class TagGateWords
{
    public const string Maturity = "maturity";
    public const string Window = "window";
    public const string Approval = "approval";
    public const string Interval = "interval";
    public const string Image = "image";
    public const string Utc = "UTC";

    /// <summary>The kinds of gates.</summary>
    public static string[] Kinds { get; } = [Maturity, Window, Approval, Interval, Image];

    /// <summary>The words of <see cref="TagGateStanding"/>.</summary>
    public static string[] Standings { get; } = ["open", "held", "refused"];

    /// <summary>The words of <see cref="TagGateStanding"/> for the answer of a check of images.</summary>
    public static string[] Answers { get; } = ["passed", "notNow", "refused"];

    /// <summary>The days of the week, in the order of <see cref="DayOfWeek"/>.</summary>
    public static string[] Days { get; } = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
}
