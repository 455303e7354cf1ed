using System.Threading.Channels;
using ImageStreams.Controllers;

namespace ImageStreams.Tests.Controllers;

/// <summary>An observer that a test reads step by step.</summary>
internal sealed class FeedProbe : IObjectObserver<ImageStream>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Channel<string> _told = Channel.CreateUnbounded<string>();

    public void Observe(ImageStream value)
    {
        var note = value.Metadata.Labels.GetValueOrDefault("note");
        _told.Writer.TryWrite(string.IsNullOrEmpty(note) ? $"+{value.Name}" : $"+{value.Name} {note}");
    }

    public void Remove(ImageStream value) => _told.Writer.TryWrite($"-{value.Name}");

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
