using System.Diagnostics;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Locking;

public sealed class ImageLockParsingTests
{
    private const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    public static TheoryData<string, ImageLockFailure, string> Invalid => new()
    {
        { "", ImageLockFailure.InvalidJson, "l.json: The file is empty; delete it: 'imagestreams lock update' writes it anew." },
        { " \n", ImageLockFailure.InvalidJson, "l.json: The file is empty; delete it: 'imagestreams lock update' writes it anew." },
        { "[]", ImageLockFailure.InvalidField, "l.json:1:1: The lock: it must be an object in braces." },
        { "{}", ImageLockFailure.MissingField, "l.json:1:1: The lock: the field 'schemaVersion' is missing; 'imagestreams lock update' writes it anew." },
        { "{\"schemaVersion\": 1}", ImageLockFailure.MissingField, "l.json:1:1: The lock: the field 'images' is missing; 'imagestreams lock update' writes it anew." },
        { "{\n  \"schemaVersion\": \"1\"}", ImageLockFailure.InvalidField, "l.json:2:20: schemaVersion: it must be a whole number from 0 up." },
        { "{\"schemaVersion\": 1.0}", ImageLockFailure.InvalidField, "l.json:1:19: schemaVersion: it must be a whole number from 0 up." },
        { "{\"schemaVersion\": 0}", ImageLockFailure.InvalidField, "l.json:1:19: schemaVersion: versions of the format begin with 1." },
        { "{\"schemaVersion\": 2, \"new\": []}", ImageLockFailure.NewerVersion, "l.json:1:19: The lock is of version 2, and this version of ImageStreams reads 1; update it, or write the lock with an older one." },
        { "{\"schemaVersion\": 1, \"images\": []}", ImageLockFailure.InvalidField, "l.json:1:32: images: it must be an object in braces." },
        { "{\"schemaVersion\": 1, \"images\": {},}", ImageLockFailure.InvalidJson, "l.json:1:34: The text is not JSON: a comma stands after the last value; remove it." },
        { "{\"schemaVersion\": 1, \"images\": {}} {}", ImageLockFailure.InvalidJson, "l.json:1:36: A second JSON value begins here; a lock is one object." },
        { "{\"schemaVersion\": 1, \"schemaVersion\": 1}", ImageLockFailure.DuplicateName, "l.json:1:22:" },
        { "{\n<<<<<<< HEAD\n=======\n>>>>>>> main\n}", ImageLockFailure.MergeConflict, "l.json:2:1: The file has the markers of a merge that is not resolved; take either side, then run 'imagestreams lock update'." },
        { "# comment", ImageLockFailure.InvalidJson, "l.json:1:1:" },
        { "{\"schemaVersion\": 1, \"$schema\": 7, \"images\": {}}", ImageLockFailure.InvalidField, "l.json:1:33: ['$schema']: it must be a text in double quotes." },
        { "{\"schemaVersion\": 1, \"images\": {\"\": {}}}", ImageLockFailure.InvalidField, "l.json:1:33:" },
        { "{\"schemaVersion\": 1, \"images\": {}, \"x\": \"\\ud800\"}", ImageLockFailure.InvalidField, "l.json:1:41: x: it has half a surrogate pair, which is no text." },
        { "\0{}", ImageLockFailure.InvalidJson, "l.json:1:1:" },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Parse_TextThatIsNoLock_NamesThePlaceAndTheCause(string text, ImageLockFailure reason, string message)
    {
        var error = Assert.Throws<ImageLockException>(() => ImageLock.Parse(text, "l.json"));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(reason, error.Reason);
        Assert.EndsWith(error.Explanation, error.Message, StringComparison.Ordinal);
        Assert.False(ImageLock.TryParse(text, out _));
    }

    public static TheoryData<string, string, string> InvalidEntries => new()
    {
        { $"\"digest\": \"{Digest}\"", "\"digest\": \"sha256:abc\"", "digest: 'sha256:abc' is not a digest, such as sha256: and 64 hexadecimal digits." },
        { "\"pullSpec\": \"quay.io/a/b:1\"", "\"pullSpec\": \"a/b:1\"", "pullSpec: 'a/b:1' is not a pull spec, such as registry.example.com/team/image:1.0." },
        { "\"pullSpec\": \"quay.io/a/b:1\"", "\"pullSpec\": null", "pullSpec: it must be a text in double quotes." },
        { "\"size\": 5", "\"size\": -5", "size: it must be a whole number from 0 up." },
        { "\"size\": 5", "\"size\": 99999999999999999999", "size: it must be a whole number from 0 up." },
        { "\"size\": 5", "\"Size\": 5", "the field 'size' is missing; 'imagestreams lock update' writes it anew." },
        { "\"source\": \"registry\"", "\"source\": \"Registry\"", "source: 'Registry' is none of registry, manifests and cluster." },
        { "\"source\": \"registry\"", "\"source\": \"registry\", \"path\": \"a/b:1\"", "path: it must be a list in brackets." },
        { "\"source\": \"registry\"", "\"source\": \"registry\", \"mirror\": 1", "mirror: it must be a text in double quotes." },
        { "\"platforms\": {}", "\"platforms\": {\"linux/amd64\": {}}", "the field 'digest' is missing" },
        { "\"platforms\": {}", $"\"platforms\": {{\"linux/amd64\": {{\"digest\": \"{Digest}\", \"mediaType\": \"m\", \"size\": 1, \"created\": \"yesterday\"}}}}", "created: it must be a time in UTC, such as 2026-01-31T12:00:00Z." },
        { "\"platforms\": {}", $"\"platforms\": {{\"linux/amd64\": {{\"digest\": \"{Digest}\", \"mediaType\": \"m\", \"size\": 1, \"labels\": {{\"a\": 1}}}}}}", "it must be a text in double quotes." },
    };

    [Theory]
    [MemberData(nameof(InvalidEntries))]
    public void Parse_EntryWithAWrongField_NamesItByPathAndPlace(string valid, string invalid, string message)
    {
        var entry = """
            {"schemaVersion": 1, "images": {"quay.io/a/b:1": {
              "pullSpec": "quay.io/a/b:1", "digest": "DIGEST", "mediaType": "m", "size": 5, "source": "registry", "platforms": {}}}}
            """.Replace("DIGEST", Digest, StringComparison.Ordinal);
        Assert.Single(ImageLock.Parse(entry).Images);
        var error = Assert.Throws<ImageLockException>(() => ImageLock.Parse(entry.Replace(valid, invalid, StringComparison.Ordinal)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("images[", error.Path, StringComparison.Ordinal);
        Assert.NotNull(error.Place);
    }

    [Fact]
    public void Parse_TooLong_IsRefusedUnread()
    {
        var error = Assert.Throws<ImageLockException>(() => ImageLock.Parse(new string(' ', ImageLock.MaxLength + 1)));
        Assert.Equal(ImageLockFailure.TooLarge, error.Reason);
    }

    [Fact]
    public void Parse_DeepNesting_IsRefused()
    {
        var text = $"{{\"schemaVersion\": 1, \"images\": {{}}, \"x\": {new string('[', 100_000)}";
        Assert.Equal(ImageLockFailure.TooLarge, Assert.Throws<ImageLockException>(() => ImageLock.Parse(text)).Reason);
    }

    [Fact]
    public void Parse_ManyEntries_TakesLinearTime()
    {
        var images = Enumerable.Range(0, 20_000).Select(n => Locks.Node with { Tag = $"quay.io/a/b:{n}" });
        var text = new ImageLock { Images = [.. images] }.ToJson();
        var clock = Stopwatch.StartNew();
        Assert.Equal(20_000, ImageLock.Parse(text).Images.Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), clock.Elapsed.ToString());
    }
}
