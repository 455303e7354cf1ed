using System.Text;

namespace ImageStreams.Fuzz;

/// <summary>An input for which something did not hold.</summary>
internal sealed record FuzzFailure
{
    public required string Target { get; init; }

    public required ulong Seed { get; init; }

    public required long Iteration { get; init; }

    public required byte[] Input { get; init; }

    public required byte[] Minimized { get; init; }

    public required Exception Thrown { get; init; }

    public override string ToString() =>
        $"""
        {Target} failed: --target {Target} --seed {Seed} --iteration {Iteration}
          {Thrown.GetType().Name}: {Thrown.Message}
          {Input.Length} bytes, minimized to {Minimized.Length}:
          {Print(Minimized)}
          {Convert.ToBase64String(Minimized)}
        {Thrown.StackTrace}
        """;

    private static string Print(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var b in bytes)
        {
            text.Append(b is >= (byte)' ' and < 127 ? $"{(char)b}" : $"\\x{b:x2}");
        }

        return text.ToString();
    }
}
