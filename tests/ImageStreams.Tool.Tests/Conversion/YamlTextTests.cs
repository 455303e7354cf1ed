using System.Text.Json;
using ImageStreams.Manifests;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class YamlTextTests
{
    /// <summary>Texts that YAML reads as something else when they stand without quotes.</summary>
    public static TheoryData<string> Texts =>
    [
        "", " ", "no", "Yes", "null", "~", "3.10", "0777", "0x1F", "1e3", "2024-01-01", "12:30:00", "-", "- a", "a: b", "a #b", "#a",
        "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "'", "\"", "{", "[a]", "a\nb", "a\tb", "\u0007", "\u00a0", "\u2028", "漢字", "😀", "=", "<<",
        "web:latest", "/path", "..", "True", ".inf", "a ", " a", "---", "...",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Format_AnyText_IsReadAsTheSameText(string text)
    {
        var json = JsonSerializer.SerializeToElement(new Dictionary<string, object>
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Thing",
            ["metadata"] = new Dictionary<string, object> { ["name"] = "a", [text] = text },
            ["list"] = new object[] { text, new object[] { text }, new Dictionary<string, object> { [text] = text, ["b"] = 1 } },
        });

        var read = ManifestSet.Parse(string.Join('\n', YamlText.Format(json)));

        Assert.Empty(read.Problems);
        Assert.True(JsonElement.DeepEquals(json, Assert.Single(read.Objects).Json.ToJsonElement()));
    }

    [Fact]
    public void Format_CharacterAboveTheFirstPlane_IsOneEscapeBecauseReadersRefuseTwo()
    {
        var json = JsonElement.Parse("""{"a":"ü 😀"}""");

        Assert.Equal(["a: \"ü \\U0001F600\""], YamlText.Format(json));
    }

    [Fact]
    public void Format_OtherValues_AreReadAsTheSameValues()
    {
        var json = JsonElement.Parse("""{"apiVersion":"v1","kind":"Thing","a":{},"b":[],"c":null,"d":true,"e":-1.50,"f":[[],{},[[1]]]}""");

        var read = ManifestSet.Parse(string.Join('\n', YamlText.Format(json)));

        Assert.True(JsonElement.DeepEquals(json, Assert.Single(read.Objects).Json.ToJsonElement()));
    }
}
