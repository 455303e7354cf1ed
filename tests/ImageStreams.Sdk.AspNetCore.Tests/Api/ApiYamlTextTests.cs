using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;

namespace ImageStreams.Tests.AspNetCore;

public class ApiYamlTextTests
{
    private const string Words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";

    [Theory]
    [InlineData("127.0.0.1:5000/test/app:2.0.0", "127.0.0.1:5000/test/app:2.0.0")]
    [InlineData("k:{\"name\":\"1\"}", "k:{\"name\":\"1\"}")]
    [InlineData(".", ".")]
    [InlineData("1.0-rc.1", "1.0-rc.1")]
    [InlineData("it's é", "it's é")]
    [InlineData("1", "\"1\"")]
    [InlineData("1e5", "\"1e5\"")]
    [InlineData("0x1f", "\"0x1f\"")]
    [InlineData("1:30", "\"1:30\"")]
    [InlineData("2026-11-23T09:35:12Z", "\"2026-11-23T09:35:12Z\"")]
    [InlineData("", "\"\"")]
    [InlineData("No", "\"No\"")]
    [InlineData("~", "\"~\"")]
    [InlineData("{a}", "'{a}'")]
    [InlineData("it's: x", "'it''s: x'")]
    [InlineData("a #b", "'a #b'")]
    [InlineData("a ", "'a '")]
    [InlineData("- a", "'- a'")]
    [InlineData("---", "'---'")]
    [InlineData("a:", "'a:'")]
    [InlineData("a\tb", "\"a\\tb\"")]
    [InlineData("a\nb", "|-\n  a\n  b")]
    [InlineData("a\n\nb\n", "|\n  a\n\n  b")]
    [InlineData("a\n\n", "|+\n  a\n")]
    [InlineData(" a\nb", "\" a\\nb\"")]
    public void A_text_has_the_form_that_API_servers_give_it(string text, string yaml)
    {
        var written = Write(new JsonObject { ["a"] = text });

        Assert.Equal($"a: {yaml}\n", written);
        Assert.Equal(text, (string?)Read(written)!["a"]);
    }

    [Theory]
    [InlineData("k:{\"name\":\"1\"}", "k:{\"name\":\"1\"}: 1\n")]
    [InlineData(".", ".: 1\n")]
    [InlineData("80", "\"80\": 1\n")]
    [InlineData("a\nb", "\"a\\nb\": 1\n")]
    public void A_key_is_written_as_a_text_on_one_line(string key, string yaml)
    {
        var written = Write(new JsonObject { [key] = 1 });

        Assert.Equal(yaml, written);
        Assert.Equal(1, (int?)Read(written)![key]);
    }

    [Theory]
    [InlineData(Words, "a: one two three four five six seven eight nine ten eleven twelve thirteen fourteen\n  fifteen\n")]
    [InlineData("it: " + Words, "a: 'it: one two three four five six seven eight nine ten eleven twelve thirteen fourteen\n  fifteen'\n")]
    [InlineData("\t " + Words, "a: \"\\t one two three four five six seven eight nine ten eleven twelve thirteen fourteen\n  fifteen\"\n")]
    public void A_long_text_goes_on_in_the_next_line(string text, string yaml)
    {
        var written = Write(new JsonObject { ["a"] = text });

        Assert.Equal(yaml, written);
        Assert.Equal(text, (string?)Read(written)!["a"]);
    }

    [Fact]
    public void Any_text_is_read_as_it_was_written()
    {
        var random = new Random(19);
        const string alphabet = " \n\t:#-?!&*{}[],'\"\\|>%@`~.01exyn\r\u0085\u00a0\u2028é😀";
        var runes = alphabet.EnumerateRunes().ToArray();
        for (var round = 0; round < 5_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => runes[random.Next(runes.Length)].ToString()));
            var json = new JsonObject { ["a"] = new JsonArray(text, new JsonObject { ["b"] = text }), ["c" + text] = text };

            var written = Write(json);

            Assert.True(JsonNode.DeepEquals(json, Read(written)), $"{json.ToJsonString()}\n{written}");
        }
    }

    private static string Write(JsonNode json) =>
        Encoding.UTF8.GetString(YamlText.FromJson(Encoding.UTF8.GetBytes(json.ToJsonString())).Span);

    private static JsonNode? Read(string yaml) => JsonNode.Parse(YamlBody.ToJson(Encoding.UTF8.GetBytes(yaml), new WriteOptions()).Span);
}
