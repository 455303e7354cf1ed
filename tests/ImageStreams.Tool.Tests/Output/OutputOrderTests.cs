using System.Text;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>The standard output is buffered; where both streams go into one log, it still comes first.</summary>
public sealed class OutputOrderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pin_OneLogOfBothStreams_HasTheDifferenceBeforeTheFilesThatWereWritten()
    {
        _folder.Write("shop.yaml", await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Data("stored"), "shop.yaml")));
        using var log = new MemoryStream();
        using var input = new MemoryStream();
        await using var output = new StreamWriter(log, leaveOpen: true);
        await using var error = new StreamWriter(log, leaveOpen: true) { AutoFlush = true };
        var environment = new ToolEnvironment { In = input, Out = output, Error = error };

        await ToolHost.RunAsync(["pin", _folder.Path, "--yes"], environment);

        var text = Encoding.UTF8.GetString(log.ToArray());
        Assert.InRange(text.IndexOf("+++ b/", StringComparison.Ordinal), 0, text.IndexOf("wrote ", StringComparison.Ordinal));
    }
}
