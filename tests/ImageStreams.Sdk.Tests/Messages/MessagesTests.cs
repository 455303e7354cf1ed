using System.Text;
using ImageStreams.Tests.Graphs;

namespace ImageStreams.Tests.Messages;

/// <summary>The exception and the message of each wrong use, as one text that is reviewed by people.</summary>
public sealed class MessagesTests
{
    private const string Golden = "tests/ImageStreams.Sdk.Tests/Messages/messages.golden.txt";

    private static readonly Type[] Accidents =
    [
        typeof(NullReferenceException), typeof(IndexOutOfRangeException), typeof(InvalidCastException), typeof(KeyNotFoundException),
        typeof(DivideByZeroException), typeof(OverflowException), typeof(StackOverflowException),
    ];

    private static IReadOnlyList<WrongUse> Uses { get; } =
        [.. ReferenceMistakes.All, .. JsonMistakes.All, .. TriggerMistakes.All, .. ClientMistakes.All, .. RegistryMistakes.All];

    [Fact]
    public void Uses_AreMany()
    {
        Assert.True(Uses.Count >= 150, $"only {Uses.Count} wrong uses");
        Assert.Equal(Uses.Count, Uses.Select(use => use.Title).Distinct().Count());
    }

    [Fact]
    public async Task Messages_AreTheReviewedOnes() => RenewableFile.AssertEqual(Golden, await DescribeAllAsync());

    [Fact]
    public async Task Messages_AreOneBoundedSentenceWithoutSecrets()
    {
        foreach (var use in Uses)
        {
            var exception = await FailAsync(use);
            Assert.False(Accidents.Contains(exception.GetType()), $"{use.Title}: {exception}");
            Assert.True(exception.Message.Length is > 10 and < 700, $"{use.Title}: {exception.Message.Length} characters");
            Assert.DoesNotContain("s3cret", exception.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(FirstLine(exception), static character => char.IsControl(character));
        }
    }

    private static async Task<string> DescribeAllAsync()
    {
        var text = new StringBuilder();
        foreach (var use in Uses)
        {
            var exception = await FailAsync(use);
            text.Append(use.Title).Append("\n    ").Append(Describe(exception)).Append("\n\n");
        }

        return text.ToString();
    }

    private static string Describe(Exception exception) => $"{exception.GetType().Name}: {FirstLine(exception)}";

    /// <summary>The message without what .NET adds in a line of its own: a value, or the name of an object.</summary>
    private static string FirstLine(Exception exception) =>
        exception is ArgumentOutOfRangeException or ObjectDisposedException ? exception.Message.Split('\n')[0] : exception.Message;

    private static async Task<Exception> FailAsync(WrongUse use) =>
        await Record.ExceptionAsync(use.Call) ?? throw new InvalidOperationException($"{use.Title} is accepted.");
}
