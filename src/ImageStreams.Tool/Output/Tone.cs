namespace ImageStreams.Tool;

/// <summary>The tones of a text; colors on a terminal.</summary>
internal enum Tone
{
    /// <summary>Plain text.</summary>
    Plain,

    /// <summary>Text in the background, such as paths.</summary>
    Muted,

    /// <summary>A heading.</summary>
    Strong,

    /// <summary>Good news, and added lines.</summary>
    Good,

    /// <summary>A note.</summary>
    Note,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>An error, and removed lines.</summary>
    Error,
}
