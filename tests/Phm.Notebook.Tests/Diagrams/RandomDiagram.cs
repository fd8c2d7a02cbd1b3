using System.Text;

namespace Phm.Notebook.Tests.Diagrams;

/// <summary>Random flowcharts: frames in frames, circles, labels, links to frames, boxes alone.</summary>
internal static class RandomDiagram
{
    private static readonly string[] Shapes = ["[{0}]", "({0})", "([{0}])", "(({0}))", "{{{0}}}", "{{{{{0}}}}}", "[({0})]", "[[{0}]]"];
    private static readonly string[] Links = ["-->", "---", "-.->", "==>", "--->", "-->|a label|", "-- words -->", "~~~"];
    private static readonly string[] Directions = ["TD", "LR", "BT", "RL"];

    public static string Create(Random random)
    {
        var text = new StringBuilder($"flowchart {Directions[random.Next(4)]}\n");
        var (boxes, frames, depth, count) = (0, 0, 0, random.Next(2, 25));
        while (boxes < count)
        {
            var choice = random.Next(10);
            if (choice == 0 && depth < 3)
            {
                depth++;
                text.Append($"subgraph f{frames} [Frame with a title {frames}]\n");
                frames++;
            }
            else if (choice == 1 && depth > 0)
            {
                depth--;
                text.Append("end\n");
            }
            else
            {
                var label = string.Join(' ', Enumerable.Repeat("word", random.Next(1, 9)));
                text.Append($"n{boxes}{string.Format(Shapes[random.Next(Shapes.Length)], label)}\n");
                boxes++;
            }
        }
        for (; depth > 0; depth--) text.Append("end\n");
        for (var i = random.Next(2 * count); i > 0; i--) text.Append($"{End(random, boxes, frames)} {Links[random.Next(Links.Length)]} {End(random, boxes, frames)}\n");
        return text.ToString();
    }

    private static string End(Random random, int boxes, int frames) => frames > 0 && random.Next(8) == 0 ? $"f{random.Next(frames)}" : $"n{random.Next(boxes)}";
}
