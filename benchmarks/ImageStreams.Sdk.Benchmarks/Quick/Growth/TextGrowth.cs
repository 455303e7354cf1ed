using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>Parsers of names, selectors and patterns: the size is the length of the text, or the number of texts.</summary>
public static class TextGrowth
{
    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        new("ImageReference.TryParse path", 100, size => Parse(string.Concat(Enumerable.Repeat("a/", size)) + "b:1")),
        new("ImageReference.TryParse dots", 100, size => Parse(string.Concat(Enumerable.Repeat("a.", size)) + "b/c:1")),
        new("ImageReference.TryParse dashes", 100, size => Parse("a" + new string('-', size) + "b_/c")),
        new("ImageStreamTagName.TryParse", 100, size => TagName("ns/" + new string('a', size) + ":1")),
        new("Digest.TryParse", 100, size => DigestName("sha256:" + new string('a', size))),
        new("RawJson.Parse depth", 5, size => Raw(new string('[', size) + new string(']', size))),
        new("RawJson.Parse items", 100, size => Raw($"[{string.Join(',', Enumerable.Range(0, size))}]")),
        new("TagPriority.Prioritize", 100, size => Prioritize(PriorityTags.Generate(size))),
        new("LabelSelector.Parse", 20, size => Labels(string.Join(',', Enumerable.Range(0, size).Select(i => $"a{i} in (x,y)")))),
        new("LabelSelector.Parse values", 100, size => Labels($"a in ({string.Join(',', Enumerable.Range(0, size))})")),
        new("FieldSelector terms", 20, size => Fields(string.Join(',', Enumerable.Range(0, size).Select(_ => "metadata.name=a")))),
        new("AllowedRegistries.Create", 100, size => Allowed(size)),
        new("AllowedRegistries.Admit stars", 20, size => Admit(size)),
        new("ValueMap.Create", 100, Map),
        new("ValueMap equality", 100, size => EqualMaps(size)),
        new("KeyedList.Set each, in order", 100, size => SetEach(size, i => i)),
        new("KeyedList.Find", 100, FindEach),
    ];

    private static Func<long> Parse(string text) => () => ImageReference.TryParse(text, out _) ? 1 : 0;

    private static Func<long> TagName(string text) => () => ImageStreamTagName.TryParse(text, out _) ? 1 : 0;

    private static Func<long> DigestName(string text) => () => Digest.TryParse(text, out _) ? 1 : 0;

    private static Func<long> Raw(string text) => () => RawJson.Parse(text).Utf8.Length;

    private static Func<long> Prioritize(string[] tags) => () => TagPriority.Prioritize(tags).Count;

    private static Func<long> Labels(string text) => () => LabelSelector.Parse(text).GetHashCode();

    private static Func<long> Fields(string text) => () => FieldSelector.Parse(text, ["metadata.name"]).GetHashCode();

    private static Func<long> Allowed(int size)
    {
        var registries = Enumerable.Range(0, size).Select(i => new AllowedRegistry { DomainName = $"*.r{i}.example" }).ToList();
        return () => AllowedRegistries.Create(registries).GetHashCode();
    }

    private static Func<long> Admit(int size)
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", size)) + "b";
        var allowed = AllowedRegistries.Create([new AllowedRegistry { DomainName = pattern }]);
        var reference = ImageReference.FromParts(new string('a', size), "ns", "name");
        return () => allowed.Admit(reference).GetHashCode();
    }

    private static Func<long> Map(int size)
    {
        var entries = Enumerable.Range(0, size).Select(i => KeyValuePair.Create($"k{i}", "v")).ToArray();
        return () => ValueMap.Create<string>(entries).Count;
    }

    private static Func<long> EqualMaps(int size)
    {
        var (one, other) = (Create(), Create());
        return () => one == other ? 1 : 0;

        ValueMap<string> Create() => Enumerable.Range(0, size).Select(i => KeyValuePair.Create($"k{i}", "v")).ToValueMap();
    }

    private static Func<long> SetEach(int size, Func<int, int> order)
    {
        var items = Enumerable.Range(0, size).Select(i => new TagReference { Name = $"tag{order(i):D7}" }).ToArray();
        return () =>
        {
            KeyedList<TagReference> list = [];
            foreach (var item in items)
            {
                list = list.Set(item);
            }

            return list.Count;
        };
    }

    private static Func<long> FindEach(int size)
    {
        var list = StreamInputs.Stream("ns", "s", size, 1).Spec.Tags;
        var changed = list.Set(list[0] with { Generation = 0 });
        return () => list.Count(item => changed.Contains(item.Name));
    }
}
