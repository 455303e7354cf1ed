using System.Threading.Channels;
using ImageStreams.Controllers;
using ImageStreams.References;

namespace ImageStreams.Tests.Controllers;

/// <summary>An observer that a test reads step by step.</summary>
internal sealed class FeedProbe : IStreamObserver
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Channel<string> _told = Channel.CreateUnbounded<string>();

    public void Observe(ImageStream stream)
    {
        var note = stream.Metadata.Labels.GetValueOrDefault("note");
        _told.Writer.TryWrite(string.IsNullOrEmpty(note) ? $"+{stream.Name}" : $"+{stream.Name} {note}");
    }

    public void Remove(ImageStreamName stream) => _told.Writer.TryWrite($"-{stream.Name}");

    /// <summary>Reads what was told next: <c>+</c> and a name with its note, or <c>-</c> and a name.</summary>
    public async Task<string[]> NextAsync(int count)
    {
        var told = new string[count];
        for (var i = 0; i < count; i++)
        {
            told[i] = await _told.Reader.ReadAsync().AsTask().WaitAsync(Limit);
        }

        return told;
    }

    /// <summary>Asserts that nothing was told that was not read.</summary>
    public void AssertNothing() => Assert.False(_told.Reader.TryRead(out var told), told);
}
