namespace ImageStreams.Tool;

/// <summary>Writes the page that a person opens in a browser.</summary>
internal static class GraphPages
{
    /// <summary>Writes the page of a part of the graph.</summary>
    public static void Write(TextWriter destination, LoadedInput input, PictureSubject subject) =>
        GraphPage.Write(destination, GraphPageModel.Create(
            subject.Title, subject.Slice, subject.Impact, input.Workspace.Cycles, input.FindPlace));
}
