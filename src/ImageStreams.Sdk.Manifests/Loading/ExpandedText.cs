namespace ImageStreams.Manifests;

/// <summary>A text with the parameters filled in; or, of a whole text <c>${{X}}</c>, the JSON of the parameter.</summary>
internal readonly record struct ExpandedText(string Text, bool IsJson);
