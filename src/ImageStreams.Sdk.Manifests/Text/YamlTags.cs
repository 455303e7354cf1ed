using YamlDotNet.Core;

namespace ImageStreams.Manifests;

/// <summary>The tags of YAML's core schema.</summary>
internal static class YamlTags
{
    private const string Prefix = "tag:yaml.org,2002:";

    public static TextNodeTag Find(TagName tag)
    {
        if (tag.IsEmpty)
        {
            return TextNodeTag.None;
        }

        return tag.IsNonSpecific ? TextNodeTag.Text : Find(tag.Value);
    }

    private static TextNodeTag Find(string tag) => tag switch
    {
        Prefix + "str" or Prefix + "binary" or Prefix + "timestamp" => TextNodeTag.Text,
        Prefix + "int" => TextNodeTag.Integer,
        Prefix + "float" => TextNodeTag.Float,
        Prefix + "bool" => TextNodeTag.Boolean,
        Prefix + "null" => TextNodeTag.Null,
        _ => TextNodeTag.None,
    };
}
