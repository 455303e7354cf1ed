using System.Text;

namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>A message of the client at which its connection is cut.</summary>
/// <param name="Text">A text in the message; a semicolon stands for the end of a statement, which is NUL.</param>
/// <param name="Place">The place of the cut.</param>
internal sealed record ConnectionCut(string Text, CutPlace Place)
{
    public byte[] Message { get; } = Encoding.UTF8.GetBytes(Text.Replace(';', '\0'));
}
