using System.Globalization;
using System.Text;

namespace ImageStreams.Fuzz;

/// <summary>Several writers of one object at the same time: what succeeded is there, and nothing else.</summary>
/// <remarks>An input is a letter for the kind of object, and a word for each writer whose letters are its writes, one after the
/// other.</remarks>
internal sealed class HttpWritersTarget(FuzzServer server) : FuzzTarget("http-writers", HttpTargets.NoSeeds, Tokens.Names)
{
    private const int MaxWriters = 4;
    private const int MaxWrites = 6;

    private static readonly Dictionary<char, FuzzedObject> Objects = new()
    {
        ['s'] = FuzzedObject.Stream,
        ['c'] = FuzzedObject.ConfigMap,
        ['n'] = FuzzedObject.Namespace,
    };

    public override int Cost => 64;

    public override void Check(ReadOnlySpan<byte> input) => CheckAsync(Encoding.UTF8.GetString(input)).GetAwaiter().GetResult();

    protected override ReadOnlySpan<byte> CreateInput(SplitMix random)
    {
        var text = new StringBuilder().Append("scn"[random.Next(Objects.Count)]);
        for (var writers = 2 + random.Next(MaxWriters - 1); writers > 0; writers--)
        {
            text.Append(' ');
            for (var writes = 1 + random.Next(MaxWrites); writes > 0; writes--)
            {
                text.Append(FuzzWriter.Letters[random.Next(FuzzWriter.Letters.Length)]);
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private async Task CheckAsync(string input)
    {
        var words = input.Split(' ');
        if (words[0].Length != 1 || !Objects.TryGetValue(words[0][0], out var target))
        {
            return;
        }

        await target.CreateAsync(server.Http).ConfigureAwait(false);
        var writers = words.Skip(1).Take(MaxWriters).Select((word, index) => new FuzzWriter(server.Http, target, word, index)).ToList();
        await Task.WhenAll(writers.Select(static writer => Task.Run(writer.RunAsync))).ConfigureAwait(false);

        var after = await FuzzAnswer.SendAsync(server.Http, "GET", target.Path).ConfigureAwait(false);
        var annotations = after.Json["metadata"]!["annotations"]!;
        var counted = writers.Sum(static writer => writer.Counted).ToString(CultureInfo.InvariantCulture);
        Expect.Equal(counted, (string?)annotations["count"], "the sum of what succeeded is there");
        foreach (var (name, value) in writers.SelectMany(static writer => writer.Last))
        {
            Expect.Equal(value, (string?)annotations[name], $"the last write of {name} is there");
        }
    }
}
