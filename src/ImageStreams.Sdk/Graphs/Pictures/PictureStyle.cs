namespace ImageStreams.Graphs;

/// <summary>One entry of the <see cref="PicturePalette"/>.</summary>
/// <param name="Name">The name, which is also that of the class in Mermaid.</param>
/// <param name="Fill">The fill color.</param>
/// <param name="Line">The color of the border.</param>
/// <param name="Text">The color of the text.</param>
internal sealed record PictureStyle(string Name, string Fill, string Line, string Text = PicturePalette.Text);
