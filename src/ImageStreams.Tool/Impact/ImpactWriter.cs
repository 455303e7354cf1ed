namespace ImageStreams.Tool;

/// <summary>Writes the answer of <c>impact</c> in each form.</summary>
internal static class ImpactWriter
{
    /// <summary>Writes an answer.</summary>
    public static void Write(ToolEnvironment environment, ImpactReport report, string form)
    {
        switch (form)
        {
            case OutputOption.Text:
                ImpactText.Write(TextOutput.ForOut(environment), report);
                break;
            case OutputOption.Json:
                ImpactJson.Write(environment, report);
                break;
            case OutputOption.Markdown:
                ImpactMarkdown.Write(environment.Out, report);
                break;
            default:
                PictureOutput.Write(environment, report.Input, CreateSubject(report), form);
                break;
        }
    }

    private static PictureSubject CreateSubject(ImpactReport report) => new()
    {
        Command = "impact",
        Title = $"Impact of {string.Join(", ", report.Impact.Moved)}",
        Slice = report.Impact.ToSlice(),
        Impact = report.Impact,
    };
}
