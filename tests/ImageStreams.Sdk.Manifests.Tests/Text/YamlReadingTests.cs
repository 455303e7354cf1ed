using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Text;

public class YamlReadingTests
{
    [Theory]
    [InlineData("a: b\nc:\n  - d\n  - e: 1\n", """{"a":"b","c":["d",{"e":1}]}""")]
    [InlineData("a: b\r\nc:\r\n- d\r\n- e: 1\r\n", """{"a":"b","c":["d",{"e":1}]}""")]
    [InlineData("{a: b, 'c': [1, 2,], \"d\": }", """{"a":"b","c":[1,2],"d":null}""")]
    [InlineData("a: |\n  x\n  y\nb: >-\n  x\n  y\n", """{"a":"x\ny\n","b":"x y"}""")]
    [InlineData("a: one\n  two # c\nb: 'it''s'\nc: \"\\u00e9\\n\"", """{"a":"one two","b":"it's","c":"é\n"}""")]
    [InlineData("a: &x {b: 1}\nc: *x\n", """{"a":{"b":1},"c":{"b":1}}""")]
    [InlineData("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  b: 3\n", """{"a":{"b":1,"c":2},"d":{"b":3,"c":2}}""")]
    [InlineData("a: &x {b: 1}\nd:\n  <<: [*x, {b: 2, e: 5}]\n", """{"a":{"b":1},"d":{"b":1,"e":5}}""")]
    [InlineData("&k key: 1\nb: *k\n*k : 2", """{"b":"key","key":2}""")]
    [InlineData("a: &s text\n*s : 1\n", """{"a":"text","text":1}""")]
    [InlineData("? a\n: b\n", """{"a":"b"}""")]
    [InlineData("[a: b, c]", """[{"a":"b"},"c"]""")]
    [InlineData("a: 3.10\nb: 0777\nc: 0o17\nd: 0x1F\ne: +1.\nf: .5\ng: 1e3\n",
        """{"a":3.10,"b":777,"c":15,"d":31,"e":1,"f":0.5,"g":1e3}""")]
    [InlineData("a: ~\nb: null\nc: True\nd: no\ne: .inf\nf: 1_000\ng: 2024-01-01\n",
        """{"a":null,"b":null,"c":true,"d":"no","e":".inf","f":"1_000","g":"2024-01-01"}""")]
    [InlineData("a: !!str 5\nb: !!int 5\nc: ! 5\nd: !x 5\n", """{"a":"5","b":5,"c":"5","d":5}""")]
    [InlineData("a: ${X}\nb: ${{Y}}\n", """{"a":"${X}","b":"${{Y}}"}""")]
    [InlineData("a: |\n", """{"a":""}""")]
    [InlineData("a: >\nb: |-\n\n\n", """{"a":"","b":""}""")]
    [InlineData("a: ''\nb: \"\"\n", """{"a":"","b":""}""")]
    [InlineData("%YAML 1.2\n---\na: 1\n", """{"a":1}""")]
    public void Read_Yaml_HasTheJson(string yaml, string json)
    {
        var result = Texts.Read(yaml);
        Assert.DoesNotContain(result.Problems, problem => problem.Kind != ManifestProblemKind.InvalidObject);
        Assert.Equal(json, Assert.Single(result.Trees).Json());
    }
}
